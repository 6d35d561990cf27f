package dev.cairn.adapters.persistence.customer;

import dev.cairn.adapters.persistence.shared.Asides;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.customer.port.Customers;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.customer.Customer;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.FoldedText;
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
     * Counts on, and says of each number whether its code is taken: people give codes too. Not in the unit of work: everybody
     * who brings a customer into the organisation would wait for everybody before. So a number is gone when its customer is
     * refused after all. No exists: for that the planner would read all codes first, as if a thousand were to be counted.
     */
    private static final String NEXT_CODES = """
            counter as (
              insert into customer_code_counter as n (org_id, last) select $1, $4 from o
              on conflict (org_id) do update set last = n.last + excluded.last returning last)
            select n.number, (select true from customer c where c.org_id = $1
              and c.code_key = $2 || lpad(n.number::text, greatest($3, length(n.number::text)), '0') and c.deleted_at is null
              limit 1) is not null
            from counter cross join lateral generate_series(last - $4 + 1, last) as n(number) order by n.number""";

    private static final String PREFIX = FoldedText.of(CustomerCode.GENERATED).value();

    private final CodeCounter<Numbered> codes;

    private record Numbered(long number, boolean taken) {}

    SqlCustomers(Asides asides) {
        codes = new CodeCounter<>((sight, many) -> asides.rows(
                        sight, NEXT_CODES, sight.org().value(), PREFIX, CustomerCode.DIGITS, (long) many)
                .map(rows -> rows.stream()
                        .map(line -> new Numbered(line.whole(), line.flag()))
                        .toList()));
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
        return nextCode(Units.current().work().sight());
    }

    private Uni<CustomerCode> nextCode(ReadScope sight) {
        return codes.next(sight)
                .chain(next ->
                        next.taken() ? nextCode(sight) : Uni.createFrom().item(CustomerCode.generated(next.number())));
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
