package dev.cairn.bootstrap.offender.application.sales;

import dev.cairn.application.customer.DeleteCustomer;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** A handler that runs another use case inside its own transaction. */
class BusyHandler extends Creation<GuardedCommand, String> {
    private final DeleteCustomer deleteCustomer;

    BusyHandler(Frame frame, DeleteCustomer deleteCustomer) {
        super(frame, Permission.CUSTOMER_UPDATE);
        this.deleteCustomer = deleteCustomer;
    }

    @Override
    protected Uni<String> create(GuardedCommand command, Call call) {
        return deleteCustomer
                .handle(
                        Envelope.plain(call.caller(), Origin.internal("offender")),
                        () -> new DeleteCustomer.Command(new CustomerId(new UUID(0, 0))))
                .map(Object::toString);
    }
}
