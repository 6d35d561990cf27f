package dev.cairn.bootstrap.offender.application.sales;

import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Permission;
import io.smallrye.mutiny.Uni;

/** A handler that others can call by its class. */
public class PublicHandler extends Creation<GuardedCommand, String> {
    PublicHandler(Frame frame) {
        super(frame, Permission.CUSTOMER_UPDATE);
    }

    @Override
    protected Uni<String> create(GuardedCommand command, Call call) {
        return Uni.createFrom().item("done");
    }
}
