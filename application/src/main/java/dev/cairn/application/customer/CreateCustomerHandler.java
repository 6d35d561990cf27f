package dev.cairn.application.customer;

import dev.cairn.application.customer.port.Customers;
import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.customer.Customer;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;

@Singleton
class CreateCustomerHandler extends Creation<CreateCustomer.Command, CustomerView> implements CreateCustomer {
    private final Customers customers;

    CreateCustomerHandler(Frame frame, Customers customers) {
        super(frame, Permission.CUSTOMER_CREATE);
        this.customers = customers;
    }

    @Override
    protected Uni<CustomerView> create(Command command, Call call) {
        return code(command).chain(code -> {
            var id = command.id().orElseGet(() -> new CustomerId(ids().next()));
            var customer = Customer.create(id, code, command.details(), command.stage(), call.actor(), call.now());
            return customers
                    .add(customer)
                    .replaceWith(() -> new CustomerView(customer.snapshot(), BigDecimal.ZERO.setScale(2)));
        });
    }

    private Uni<CustomerCode> code(Command command) {
        return command.code().map(given -> Uni.createFrom().item(given)).orElseGet(customers::nextCode);
    }
}
