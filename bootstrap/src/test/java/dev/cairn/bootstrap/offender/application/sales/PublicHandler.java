package dev.cairn.bootstrap.offender.application.sales;

import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.Permission;
import io.smallrye.mutiny.Uni;

/** A handler that others can call by its class. */
public class PublicHandler extends Handler<GuardedCommand, String> {
    PublicHandler(Frame frame) {
        super(frame, Permission.CUSTOMER_UPDATE);
    }

    @Override
    protected Uni<String> execute(GuardedCommand command, Call call) {
        return Uni.createFrom().item("done");
    }
}
