package dev.cairn.adapters.persistence.customer;

import dev.cairn.adapters.persistence.shared.Asides;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.customer.port.Customers;
import dev.cairn.domain.customer.Customer;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One statement locks and reads; one writes, when the unit of work ends. */
@Singleton
class SqlCustomers implements Customers {
    private static final String GET = "select " + CustomerRow.COLUMNS
            + " from customer c where c.id = $1 and c.deleted_at is null for no key update";

    private static final String NAMES = CustomerRow.COLUMNS.replace("c.", "");

    private static final String VALUES = IntStream.rangeClosed(1, NAMES.split(",").length)
            .mapToObj(number -> "$" + number)
            .collect(Collectors.joining(", "));

    private static final String INSERT = "insert into customer (" + NAMES + ") values (" + VALUES + ")";

    private static final String UPDATE = "update customer set (" + NAMES + ") = row(" + VALUES + ") where id = $1";

    /**
     * Counts on. Not in the unit of work: everybody who brings a customer into the organisation would wait for everybody
     * before. So a number is gone when its customer is refused after all.
     */
    private static final String NEXT_CODE = """
            counter as (
              insert into customer_code_counter as n (org_id, last) select $1, 1 from o
              on conflict (org_id) do update set last = n.last + 1 returning last)
            select last from counter""";

    /** People give codes too. */
    private static final String TAKEN =
            "select exists (select 1 from customer where org_id = $1 and code_key = $2 and deleted_at is null)";

    private final Asides asides;

    SqlCustomers(Asides asides) {
        this.asides = asides;
    }

    @Override
    public Uni<Customer> get(CustomerId id) {
        return Units.current()
                .rows(GET, id.value())
                .map(found -> found.stream()
                        .findFirst()
                        .map(line -> Customer.restore(CustomerRow.read(line).snapshot()))
                        .orElseThrow(
                                () -> new DomainException(ErrorCode.CUSTOMER_NOT_FOUND, "There is no such customer.")));
    }

    @Override
    public Uni<CustomerCode> nextCode() {
        var unit = Units.current();
        var sight = unit.work().sight();
        var org = sight.org().value();
        return asides.rows(sight, NEXT_CODE, org).chain(counted -> {
            var code = CustomerCode.generated(counted.get(0).whole());
            return unit.rows(TAKEN, org, code.folded().value())
                    .chain(taken ->
                            taken.get(0).flag() ? nextCode() : Uni.createFrom().item(code));
        });
    }

    @Override
    public Uni<Void> add(Customer customer) {
        return later(INSERT, customer);
    }

    @Override
    public Uni<Void> save(Customer customer) {
        return later(UPDATE, customer);
    }

    private static Uni<Void> later(String sql, Customer customer) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var unit = Units.current();
            unit.later(sql, CustomerRow.of(customer.snapshot()).arguments());
            unit.tell(customer);
        });
    }
}
