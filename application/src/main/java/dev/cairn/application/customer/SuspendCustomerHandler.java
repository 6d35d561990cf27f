package dev.cairn.application.customer;

import dev.cairn.application.adoption.published.CustomerProgress;
import dev.cairn.application.customer.port.Customers;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.customer.Customer;
import jakarta.inject.Singleton;

@Singleton
class SuspendCustomerHandler extends CustomerChange<SuspendCustomer.Command> implements SuspendCustomer {
    SuspendCustomerHandler(Frame frame, Customers customers, CustomerProgress progress) {
        super(frame, Permission.ACCOUNT_STATUS, customers, progress);
    }

    @Override
    void behave(Customer customer, Command command, Call call) {
        customer.suspend(command.reason(), command.note(), call.actor(), call.now());
    }
}
