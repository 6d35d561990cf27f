package dev.cairn.application.customer;

import dev.cairn.application.adoption.published.CustomerProgress;
import dev.cairn.application.customer.port.Customers;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.InMemoryKeptAnswers;
import dev.cairn.application.shared.PermissionMatrix;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.Standing;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Work;
import dev.cairn.domain.customer.Customer;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.customer.EmailAddress;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The customers, and the unit of work over them, in a map: all or nothing, one organisation at a time. */
public final class InMemoryCustomers {
    /** What was told to the world, by units of work that were kept. */
    public final List<DomainEvent> outbox = new ArrayList<>();

    private final Map<CustomerId, Customer.Snapshot> customers = new LinkedHashMap<>();
    private final Map<CustomerId, BigDecimal> percentages = new HashMap<>();
    private final Map<OrgId, Long> codes = new HashMap<>();
    private Optional<OrgId> organisation = Optional.empty();

    /** Puts the customer in as it is, past every unit of work; what is pending of its events is dropped. */
    public Customer.Snapshot keep(Customer customer) {
        var state = customer.snapshot();
        customer.takeEvents();
        customers.put(state.id(), state);
        return state;
    }

    /** Says how far the customer is. */
    public void progress(CustomerId customer, String percentage) {
        percentages.put(customer, new BigDecimal(percentage));
    }

    /** As it is stored, past the organisation and the unit of work. */
    public Optional<Customer.Snapshot> stored(CustomerId id) {
        return Optional.ofNullable(customers.get(id));
    }

    /** What handlers stand in, at the instant. */
    public Handler.Frame frame(Instant now) {
        return new Handler.Frame(
                unitOfWork(),
                new Gate(new PermissionMatrix(Set.of(Role.ADMIN, Role.CSS, Role.SALES)), this::standing),
                new InMemoryKeptAnswers(),
                Clock.fixed(now, ZoneOffset.UTC),
                () -> dev.cairn.domain.customer.Customers.anId().value());
    }

    public CustomerProgress progress() {
        return customer -> Uni.createFrom().item(percentages.getOrDefault(customer, BigDecimal.ZERO.setScale(2)));
    }

    public UnitOfWork unitOfWork() {
        return new UnitOfWork() {
            @Override
            public <T> Uni<T> in(Work work, Supplier<Uni<T>> steps) {
                return inOneUnit(work.caller().actor().org(), steps);
            }
        };
    }

    /** Runs the steps; nothing of them is kept when one fails. */
    public <T> Uni<T> inOneUnit(OrgId org, Supplier<Uni<T>> steps) {
        return Uni.createFrom().deferred(() -> {
            var customersBefore = new LinkedHashMap<>(customers);
            var codesBefore = new HashMap<>(codes);
            var outboxBefore = List.copyOf(outbox);
            organisation = Optional.of(org);
            return Uni.createFrom()
                    .deferred(steps::get)
                    .onFailure()
                    .invoke(() -> {
                        customers.clear();
                        customers.putAll(customersBefore);
                        codes.clear();
                        codes.putAll(codesBefore);
                        outbox.clear();
                        outbox.addAll(outboxBefore);
                    })
                    .onTermination()
                    .invoke(() -> organisation = Optional.empty());
        });
    }

    public Customers customers() {
        return new Customers() {
            @Override
            public Uni<Customer> get(CustomerId id) {
                return Optional.ofNullable(customers.get(id))
                        .filter(row -> isLive(row))
                        .map(row -> Uni.createFrom().item(Customer.restore(row)))
                        .orElseGet(() -> Uni.createFrom()
                                .failure(new DomainException(
                                        ErrorCode.CUSTOMER_NOT_FOUND, "There is no such customer.")));
            }

            @Override
            public Uni<CustomerCode> nextCode() {
                return Uni.createFrom().item(() -> {
                    var org = organisation.orElseThrow();
                    CustomerCode code;
                    do {
                        code = CustomerCode.generated(codes.merge(org, 1L, Long::sum));
                    } while (isTaken(code));
                    return code;
                });
            }

            @Override
            public Uni<Void> add(Customer customer) {
                return put(customer);
            }

            @Override
            public Uni<Void> save(Customer customer) {
                return put(customer);
            }
        };
    }

    private boolean isTaken(CustomerCode code) {
        return customers.values().stream()
                .anyMatch(row -> isLive(row) && row.code().folded().equals(code.folded()));
    }

    private Uni<Void> put(Customer customer) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var state = customer.snapshot();
            if (state.deletedAt().isEmpty()) {
                unique(
                        state,
                        ErrorCode.CUSTOMER_NAME_EXISTS,
                        "/name",
                        row -> Optional.of(row.details().name())
                                .filter(name -> name.isExclusive())
                                .map(name -> name.folded()));
                unique(
                        state,
                        ErrorCode.CUSTOMER_EMAIL_EXISTS,
                        "/email",
                        row -> row.details().email().map(EmailAddress::folded));
                unique(
                        state,
                        ErrorCode.CUSTOMER_CODE_EXISTS,
                        "/code",
                        row -> Optional.of(row.code().folded()));
                unique(
                        state,
                        ErrorCode.EXTERNAL_ID_EXISTS,
                        "/externalId",
                        row -> row.details().externalId());
            }
            customers.put(state.id(), state);
            outbox.addAll(customer.takeEvents());
        });
    }

    private void unique(
            Customer.Snapshot state, ErrorCode code, String pointer, Function<Customer.Snapshot, Optional<?>> key) {
        var wanted = key.apply(state);
        var taken = wanted.isPresent()
                && customers.values().stream()
                        .anyMatch(row -> isLive(row) && !row.id().equals(state.id()) && wanted.equals(key.apply(row)));
        if (taken) {
            throw new DomainException(
                    code, "Another customer has it.", new Fault(pointer, Fault.Code.DUPLICATE, "is taken"));
        }
    }

    private Uni<Optional<Standing>> standing(ReadScope scope, Target target) {
        return Uni.createFrom()
                .item(Optional.of(target)
                        .filter(Target.OfCustomer.class::isInstance)
                        .map(Target.OfCustomer.class::cast)
                        .flatMap(of -> stored(of.id()))
                        .filter(this::isLive)
                        .map(row -> new Standing(
                                row.id(), row.details().assignedTo(), row.accountStatus(), row.stage(), false))
                        .filter(standing -> scope.customers().covers(standing)));
    }

    private boolean isLive(Customer.Snapshot row) {
        return organisation.equals(Optional.of(row.org())) && row.deletedAt().isEmpty();
    }
}
