package dev.cairn.adapters.persistence.customer;

import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.customer.port.Customers;
import dev.cairn.domain.customer.Customer;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@Singleton
class PanacheCustomers implements Customers, PanacheRepositoryBase<CustomerEntity, UUID> {
    /** Counts on, and over codes that people gave themselves. */
    private static final String NEXT_CODE = """
            with counter as (
              insert into customer_code_counter as n (org_id, last) values ($1, 1)
              on conflict (org_id) do update set last = n.last + 1 returning last)
            select last from counter""";

    private static final String TAKEN =
            "select exists (select 1 from customer where org_id = $1 and code_key = $2 and deleted_at is null)";

    private final CustomerRows rows;

    PanacheCustomers(CustomerRows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<Customer> get(CustomerId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE).onItem().transform(found -> {
            if (found == null || found.deletedAt != null) {
                throw new DomainException(ErrorCode.CUSTOMER_NOT_FOUND, "There is no such customer.");
            }
            return Customer.restore(rows.read(found).snapshot());
        });
    }

    @Override
    public Uni<CustomerCode> nextCode() {
        var unit = Units.current();
        var org = unit.work().sight().org().value();
        return unit.rows(NEXT_CODE, org).chain(counted -> {
            var code = CustomerCode.generated(counted.get(0).whole());
            return unit.rows(TAKEN, org, code.folded().value())
                    .chain(taken ->
                            taken.get(0).flag() ? nextCode() : Uni.createFrom().item(code));
        });
    }

    @Override
    public Uni<Void> add(Customer customer) {
        var entity = new CustomerEntity();
        rows.write(CustomerRow.of(customer.snapshot()), entity);
        return persist(entity).invoke(() -> Units.current().tell(customer)).replaceWithVoid();
    }

    @Override
    public Uni<Void> save(Customer customer) {
        var columns = CustomerRow.of(customer.snapshot());
        return findById(columns.id())
                .invoke(entity -> {
                    rows.write(columns, entity);
                    Units.current().tell(customer);
                })
                .replaceWithVoid();
    }
}
