package dev.cairn.bootstrap.offender.application.sales;

import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Permission;
import io.smallrye.mutiny.Uni;

/** A handler that leans on another one. */
class LeaningHandler extends Creation<GuardedCommand, String> {
    private final PublicHandler other;

    LeaningHandler(Frame frame, PublicHandler other) {
        super(frame, Permission.CUSTOMER_UPDATE);
        this.other = other;
    }

    @Override
    protected Uni<String> create(GuardedCommand command, Call call) {
        return other.create(command, call);
    }
}
