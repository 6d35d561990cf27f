package dev.cairn.bootstrap.offender.application.sales;

import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.Permission;
import io.smallrye.mutiny.Uni;

/** A handler that leans on another one. */
class LeaningHandler extends Handler<GuardedCommand, String> {
    private final PublicHandler other;

    LeaningHandler(Frame frame, PublicHandler other) {
        super(frame, Permission.CUSTOMER_UPDATE);
        this.other = other;
    }

    @Override
    protected Uni<String> execute(GuardedCommand command, Call call) {
        return other.execute(command, call);
    }
}
