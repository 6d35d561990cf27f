package dev.cairn.domain.customer;

import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.CustomerEvent;
import dev.cairn.domain.customer.published.CustomerEvent.What;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.AggregateRoot;
import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.Subject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer: who it is, where it stands in its lifecycle, and whether its account is open for changes. Lifecycle and
 * account status are two things: a prospect can be suspended, and an inactive account can belong to an active customer.
 *
 * <p>{@code version} rises once with every change that is kept; a change that changes nothing raises nothing.
 */
public final class Customer extends AggregateRoot {
    private final OrgId org;
    private final CustomerId id;
    private final Instant createdAt;
    private final String createdBy;
    private CustomerCode code;
    private CustomerDetails details;
    private AccountStatus accountStatus;
    private Optional<String> statusReason;
    private Optional<Instant> suspendedAt;
    private Optional<Instant> activatedAt;
    private Optional<Instant> deactivatedAt;
    private LifecycleStage stage;
    private Optional<Instant> lastContactAt;
    private Instant updatedAt;
    private long version;
    private Optional<Instant> deletedAt;

    /** A customer as it is stored. */
    public record Snapshot(
            OrgId org,
            CustomerId id,
            CustomerCode code,
            CustomerDetails details,
            AccountStatus accountStatus,
            Optional<String> statusReason,
            Optional<Instant> suspendedAt,
            Optional<Instant> activatedAt,
            Optional<Instant> deactivatedAt,
            LifecycleStage stage,
            Optional<Instant> lastContactAt,
            Instant createdAt,
            String createdBy,
            Instant updatedAt,
            long version,
            Optional<Instant> deletedAt) {}

    private Customer(Snapshot state) {
        org = state.org();
        id = state.id();
        code = state.code();
        details = state.details();
        accountStatus = state.accountStatus();
        statusReason = state.statusReason();
        suspendedAt = state.suspendedAt();
        activatedAt = state.activatedAt();
        deactivatedAt = state.deactivatedAt();
        stage = state.stage();
        lastContactAt = state.lastContactAt();
        createdAt = state.createdAt();
        createdBy = state.createdBy();
        updatedAt = state.updatedAt();
        version = state.version();
        deletedAt = state.deletedAt();
    }

    /** First door: a customer enters the organisation of the actor, with an ACTIVE account. */
    public static Customer create(
            CustomerId id, CustomerCode code, CustomerDetails details, LifecycleStage stage, Actor by, Instant now) {
        var customer = new Customer(new Snapshot(
                by.org(),
                id,
                code,
                details,
                AccountStatus.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                stage,
                Optional.empty(),
                now,
                by.name(),
                now,
                1,
                Optional.empty()));
        var birth = Changes.compare();
        details.fields().forEach((field, value) -> birth.field(field, Optional.empty(), value));
        birth.field("code", Optional.empty(), code.value()).field("lifecycleStage", Optional.empty(), stage.name());
        customer.tell(What.CREATED, birth.done(), Optional.empty(), Optional.empty(), by, now);
        customer.tellAssignee(Optional.empty(), by, now);
        return customer;
    }

    /** Second door: as it was stored. */
    public static Customer restore(Snapshot stored) {
        if (stored.version() < 1) {
            throw new IllegalStateException("a stored customer has a version from 1 on");
        }
        return new Customer(stored);
    }

    /**
     * Replaces what people say of the customer.
     *
     * @param newCode the code it is to have; absent keeps the one it has
     */
    public void update(CustomerDetails changed, Optional<CustomerCode> newCode, Actor by, Instant now) {
        var kept = newCode.orElse(code);
        var moved = Changes.compare().field("code", code.value(), kept.value()).done();
        var changes = details.until(changed).and(moved);
        if (changes.isEmpty()) {
            return;
        }
        var before = details.assignedTo();
        details = changed;
        code = kept;
        touch(now);
        tell(What.UPDATED, changes, Optional.empty(), Optional.empty(), by, now);
        tellAssignee(before, by, now);
    }

    /**
     * Moves the customer on in its lifecycle.
     *
     * @throws DomainException INVALID_STATUS_TRANSITION when the reason does not lead on from where it stands
     */
    public void move(LifecycleReason reason, Optional<String> note, Actor by, Instant now) {
        if (!reason.leadsFrom(stage)) {
            throw transition("A customer that is " + stage + " cannot be " + reason + ".");
        }
        var changes = Changes.compare()
                .field("lifecycleStage", stage.name(), reason.to().name())
                .done();
        stage = reason.to();
        touch(now);
        tell(What.LIFECYCLE_CHANGED, changes, Optional.of(reason.name()), note, by, now);
    }

    /**
     * Closes the account for changes until it is activated. Again: nothing happens, and the first reason stays.
     *
     * @throws DomainException INVALID_STATUS_TRANSITION when the account is INACTIVE
     */
    public void suspend(SuspensionReason reason, Optional<String> note, Actor by, Instant now) {
        if (accountStatus == AccountStatus.INACTIVE) {
            throw transition("An inactive account cannot be suspended.");
        }
        if (accountStatus == AccountStatus.SUSPENDED) {
            return;
        }
        suspendedAt = Optional.of(now);
        become(AccountStatus.SUSPENDED, What.SUSPENDED, Optional.of(reason.name()), note, by, now);
    }

    /** Opens the account for changes again. Again: nothing happens. */
    public void activate(Optional<String> note, Actor by, Instant now) {
        if (accountStatus == AccountStatus.ACTIVE) {
            return;
        }
        activatedAt = Optional.of(now);
        become(AccountStatus.ACTIVE, What.ACTIVATED, Optional.empty(), note, by, now);
    }

    /** Closes the account for changes because the relation ended. Again: nothing happens, and the first reason stays. */
    public void deactivate(DeactivationReason reason, Optional<String> note, Actor by, Instant now) {
        if (accountStatus == AccountStatus.INACTIVE) {
            return;
        }
        deactivatedAt = Optional.of(now);
        become(AccountStatus.INACTIVE, What.DEACTIVATED, Optional.of(reason.name()), note, by, now);
    }

    /** Takes the customer out of every list; its name, e-mail and code are free again, its data is kept for a while. */
    public void delete(Actor by, Instant now) {
        var changes = Changes.compare().field("deletedAt", deletedAt, now).done();
        deletedAt = Optional.of(now);
        touch(now);
        tell(What.DELETED, changes, Optional.empty(), Optional.empty(), by, now);
    }

    @Override
    public long version() {
        return version;
    }

    /** As it is now. */
    public Snapshot snapshot() {
        return new Snapshot(
                org,
                id,
                code,
                details,
                accountStatus,
                statusReason,
                suspendedAt,
                activatedAt,
                deactivatedAt,
                stage,
                lastContactAt,
                createdAt,
                createdBy,
                updatedAt,
                version,
                deletedAt);
    }

    private void become(
            AccountStatus to, What what, Optional<String> reason, Optional<String> note, Actor by, Instant now) {
        var changes = Changes.compare()
                .field("accountStatus", accountStatus.name(), to.name())
                .field("statusReason", statusReason, reason)
                .done();
        accountStatus = to;
        statusReason = reason;
        touch(now);
        tell(what, changes, reason, note, by, now);
    }

    private void touch(Instant now) {
        updatedAt = now;
        version++;
    }

    private void tellAssignee(Optional<String> before, Actor by, Instant now) {
        if (!Objects.equals(before, details.assignedTo())) {
            var changes = Changes.compare()
                    .field("assignedTo", before, details.assignedTo())
                    .done();
            tell(What.ASSIGNED, changes, Optional.empty(), Optional.empty(), by, now);
        }
    }

    private void tell(
            What what, Changes changes, Optional<String> reason, Optional<String> note, Actor by, Instant now) {
        record(new CustomerEvent(what, new Occurrence(Subject.of(id), by, now), changes, reason, note));
    }

    private static DomainException transition(String detail) {
        return new DomainException(ErrorCode.INVALID_STATUS_TRANSITION, detail);
    }
}
