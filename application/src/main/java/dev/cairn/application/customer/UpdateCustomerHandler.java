package dev.cairn.application.customer;

import dev.cairn.application.adoption.published.CustomerProgress;
import dev.cairn.application.customer.port.Customers;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.customer.Customer;
import jakarta.inject.Singleton;

@Singleton
class UpdateCustomerHandler extends CustomerChange<UpdateCustomer.Command> implements UpdateCustomer {
    UpdateCustomerHandler(Frame frame, Customers customers, CustomerProgress progress) {
        super(frame, Permission.CUSTOMER_UPDATE, customers, progress);
    }

    @Override
    void behave(Customer customer, Command command, Call call) {
        customer.update(
                command.details().apply(customer.snapshot().details()), command.code(), call.actor(), call.now());
    }
}
