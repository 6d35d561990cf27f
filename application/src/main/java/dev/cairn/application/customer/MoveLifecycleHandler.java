package dev.cairn.application.customer;

import dev.cairn.application.adoption.published.CustomerProgress;
import dev.cairn.application.customer.port.Customers;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.customer.Customer;
import jakarta.inject.Singleton;

@Singleton
class MoveLifecycleHandler extends CustomerChange<MoveLifecycle.Command> implements MoveLifecycle {
    MoveLifecycleHandler(Frame frame, Customers customers, CustomerProgress progress) {
        super(frame, Permission.CUSTOMER_UPDATE, customers, progress);
    }

    @Override
    void behave(Customer customer, Command command, Call call) {
        customer.move(command.reason(), command.note(), call.actor(), call.now());
    }
}
