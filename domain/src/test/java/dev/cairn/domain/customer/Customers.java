package dev.cairn.domain.customer;

import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.OrgId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Customers for tests. {@code aCustomer().at(LEAD).suspended().build()} is a valid one without pending events. */
public final class Customers {
    public static final OrgId ORG = new OrgId("northwind");
    public static final Actor ANNA = new Actor(ORG, "anna");
    public static final Actor BEN = new Actor(ORG, "ben");
    public static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    public static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");
    public static final Instant WEDNESDAY = Instant.parse("2026-11-25T09:00:00Z");
    public static final Optional<String> NO_NOTE = Optional.empty();

    private static final AtomicLong COUNTER = new AtomicLong();

    private CustomerId id = anId();
    private String code = CustomerCode.generated(COUNTER.get()).value();
    private CustomerDetails details =
            Drafts.aDraft().named("Acme " + COUNTER.get()).details();
    private LifecycleStage stage = LifecycleStage.PROSPECT;
    private AccountStatus status = AccountStatus.ACTIVE;
    private Actor creator = ANNA;

    private Customers() {}

    /** A business with a name and an open account. */
    public static Customers aCustomer() {
        return new Customers();
    }

    /** An id of the form the service makes, greater than every one before it. */
    public static CustomerId anId() {
        return new CustomerId(new UUID(COUNTER.incrementAndGet() << 16 | 0x7000L, Long.MIN_VALUE));
    }

    public Customers with(CustomerId wanted) {
        id = wanted;
        return this;
    }

    public Customers with(CustomerDetails wanted) {
        details = wanted;
        return this;
    }

    public Customers with(Drafts draft) {
        return with(draft.details());
    }

    public Customers coded(String wanted) {
        code = wanted;
        return this;
    }

    public Customers at(LifecycleStage wanted) {
        stage = wanted;
        return this;
    }

    public Customers createdBy(Actor wanted) {
        creator = wanted;
        return this;
    }

    /** Suspended on Monday for PAYMENT_FAILED. */
    public Customers suspended() {
        status = AccountStatus.SUSPENDED;
        return this;
    }

    /** Deactivated on Monday for CLOSED. */
    public Customers inactive() {
        status = AccountStatus.INACTIVE;
        return this;
    }

    public Customers in(AccountStatus wanted) {
        status = wanted;
        return this;
    }

    public Customer build() {
        var customer = fresh();
        switch (status) {
            case ACTIVE -> {}
            case SUSPENDED -> customer.suspend(SuspensionReason.PAYMENT_FAILED, NO_NOTE, creator, MONDAY);
            case INACTIVE -> customer.deactivate(DeactivationReason.CLOSED, NO_NOTE, creator, MONDAY);
        }
        customer.takeEvents();
        return customer;
    }

    /** Just created on Monday, its events still pending; its account is open. */
    public Customer fresh() {
        return Customer.create(id, new CustomerCode(code), details, stage, creator, MONDAY);
    }
}
