package dev.cairn.application.customer;

import dev.cairn.application.adoption.published.CustomerProgress;
import dev.cairn.application.customer.port.Customers;
import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Target;
import dev.cairn.domain.customer.Customer;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;

/** A change of one customer: load it, let it behave, save it, show it. */
abstract class CustomerChange<C extends CustomerChange.OfOne> extends Change<C, Customer, CustomerView> {
    private final Customers customers;
    private final CustomerProgress progress;

    /** A command about one customer. */
    interface OfOne extends GuardedCommand {
        CustomerId customer();

        @Override
        default Target target() {
            return new Target.OfCustomer(customer());
        }
    }

    CustomerChange(Frame frame, Permission permission, Customers customers, CustomerProgress progress) {
        super(frame, permission);
        this.customers = customers;
        this.progress = progress;
    }

    @Override
    protected final Uni<Customer> find(C command) {
        return customers.get(command.customer());
    }

    @Override
    protected final Uni<CustomerView> change(Customer customer, C command, Call call) {
        behave(customer, command, call);
        return customers
                .save(customer)
                .chain(() -> progress.percentageOf(command.customer()))
                .map(percentage -> new CustomerView(customer.snapshot(), percentage));
    }

    /** The one behaviour that the use case is about. */
    abstract void behave(Customer customer, C command, Call call);
}
