package dev.cairn.domain.customer;

import static dev.cairn.domain.customer.Customers.ANNA;
import static dev.cairn.domain.customer.Customers.BEN;
import static dev.cairn.domain.customer.Customers.MONDAY;
import static dev.cairn.domain.customer.Customers.NO_NOTE;
import static dev.cairn.domain.customer.Customers.ORG;
import static dev.cairn.domain.customer.Customers.TUESDAY;
import static dev.cairn.domain.customer.Customers.WEDNESDAY;
import static dev.cairn.domain.customer.Customers.aCustomer;
import static dev.cairn.domain.customer.Drafts.aDraft;
import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.CustomerEvent;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerTest {
    @Nested
    class AtItsBirth {
        @Test
        void its_account_is_active_and_nothing_has_happened_to_it_yet() {
            var customer = aCustomer()
                    .coded("ACME")
                    .at(LifecycleStage.LEAD)
                    .createdBy(BEN)
                    .fresh()
                    .snapshot();
            assertThat(customer.org()).isEqualTo(ORG);
            assertThat(customer.code().value()).isEqualTo("ACME");
            assertThat(customer.accountStatus()).isEqualTo(AccountStatus.ACTIVE);
            assertThat(customer.stage()).isEqualTo(LifecycleStage.LEAD);
            assertThat(customer.createdBy()).isEqualTo("ben");
            assertThat(customer.createdAt()).isEqualTo(MONDAY).isEqualTo(customer.updatedAt());
            assertThat(customer.version()).isEqualTo(1);
            assertThat(Stream.of(
                            customer.statusReason(),
                            customer.suspendedAt(),
                            customer.activatedAt(),
                            customer.deactivatedAt(),
                            customer.lastContactAt(),
                            customer.deletedAt()))
                    .allMatch(Optional::isEmpty);
        }

        @Test
        void it_tells_all_that_is_known_of_it() {
            var customer = aCustomer()
                    .coded("ACME")
                    .with(aDraft().named("Acme").email("ops@acme.example").tagged(List.of("emea")))
                    .fresh();
            var told = customer.takeEvents();
            assertThat(told).hasSize(1);
            var created = told.get(0);
            assertThat(created.type()).isEqualTo("customer.created");
            assertThat(created.occurrence())
                    .isEqualTo(new Occurrence(Subject.of(customer.snapshot().id()), ANNA, MONDAY));
            assertThat(created.changes().before()).isEmpty();
            assertThat(created.changes().after())
                    .isEqualTo(Map.of(
                            "code",
                            "ACME",
                            "name",
                            "Acme",
                            "type",
                            "BUSINESS",
                            "email",
                            "ops@acme.example",
                            "tags",
                            List.of("emea"),
                            "lifecycleStage",
                            "PROSPECT"));
        }

        @Test
        void somebody_it_is_assigned_to_is_told_apart() {
            var told = aCustomer().with(aDraft().assignedTo("ben")).fresh().takeEvents();
            assertThat(told).extracting(DomainEvent::type).containsExactly("customer.created", "customer.assigned");
            assertThat(told.get(1).changes()).isEqualTo(new Changes(Map.of(), Map.of("assignedTo", "ben")));
        }
    }

    @Nested
    class WhenItIsRestored {
        @ParameterizedTest
        @EnumSource
        void it_is_as_it_was_stored_and_tells_nothing(AccountStatus status) {
            var stored = aCustomer()
                    .with(aDraft().assignedTo("ben"))
                    .in(status)
                    .build()
                    .snapshot();
            var customer = Customer.restore(stored);
            assertThat(customer.snapshot()).isEqualTo(stored);
            assertThat(customer.takeEvents()).isEmpty();
        }

        @Test
        void a_version_below_one_was_never_stored() {
            var broken = versioned(aCustomer().build().snapshot(), 0);
            assertThatIllegalStateException().isThrownBy(() -> Customer.restore(broken));
        }

        private Customer.Snapshot versioned(Customer.Snapshot of, long version) {
            return new Customer.Snapshot(
                    of.org(),
                    of.id(),
                    of.code(),
                    of.details(),
                    of.accountStatus(),
                    of.statusReason(),
                    of.suspendedAt(),
                    of.activatedAt(),
                    of.deactivatedAt(),
                    of.stage(),
                    of.lastContactAt(),
                    of.createdAt(),
                    of.createdBy(),
                    of.updatedAt(),
                    version,
                    of.deletedAt());
        }
    }

    @Nested
    class WhenItsDetailsAreReplaced {
        private final Customer customer = aCustomer()
                .coded("ACME")
                .with(aDraft().named("Acme").phone("1").tagged(List.of("a")).assignedTo("ben"))
                .build();

        @Test
        void it_tells_what_moved_before_and_after() {
            customer.update(
                    aDraft().named("Acme Retail")
                            .email("ops@acme.example")
                            .assignedTo("ben")
                            .details(),
                    Optional.of(new CustomerCode("AR")),
                    BEN,
                    TUESDAY);

            var told = customer.takeEvents();
            assertThat(told).extracting(DomainEvent::type).containsExactly("customer.updated");
            assertThat(told.get(0).occurrence().by()).isEqualTo(BEN);
            assertThat(told.get(0).occurrence().at()).isEqualTo(TUESDAY);
            assertThat(told.get(0).changes())
                    .isEqualTo(new Changes(
                            Map.of("name", "Acme", "phone", "1", "tags", List.of("a"), "code", "ACME"),
                            Map.of(
                                    "name",
                                    "Acme Retail",
                                    "email",
                                    "ops@acme.example",
                                    "tags",
                                    List.of(),
                                    "code",
                                    "AR")));
        }

        @Test
        void its_version_rises_by_one_and_its_birth_stays() {
            customer.update(aDraft().named("Other").details(), Optional.empty(), BEN, TUESDAY);
            var now = customer.snapshot();
            assertThat(now.version()).isEqualTo(2);
            assertThat(now.updatedAt()).isEqualTo(TUESDAY);
            assertThat(now.createdAt()).isEqualTo(MONDAY);
            assertThat(now.createdBy()).isEqualTo("anna");
        }

        @Test
        void a_code_that_is_not_given_stays() {
            customer.update(aDraft().named("Other").details(), Optional.empty(), BEN, TUESDAY);
            assertThat(customer.snapshot().code().value()).isEqualTo("ACME");
        }

        @Test
        void a_code_alone_is_a_change() {
            customer.update(customer.snapshot().details(), Optional.of(new CustomerCode("NEW")), BEN, TUESDAY);
            assertThat(customer.snapshot().code().value()).isEqualTo("NEW");
            assertThat(customer.snapshot().version()).isEqualTo(2);
        }

        @Test
        void the_same_again_changes_nothing_raises_nothing_and_tells_nothing() {
            var before = customer.snapshot();
            customer.update(before.details(), Optional.of(before.code()), BEN, TUESDAY);
            assertThat(customer.snapshot()).isEqualTo(before);
            assertThat(customer.takeEvents()).isEmpty();
        }

        @Test
        void another_assignee_is_told_apart() {
            customer.update(aDraft().named("Acme").assignedTo("anna").details(), Optional.empty(), BEN, TUESDAY);
            var told = customer.takeEvents();
            assertThat(told).extracting(DomainEvent::type).containsExactly("customer.updated", "customer.assigned");
            assertThat(told.get(1).changes())
                    .isEqualTo(new Changes(Map.of("assignedTo", "ben"), Map.of("assignedTo", "anna")));
            assertThat(customer.snapshot().version()).isEqualTo(2);
        }

        @Test
        void nobody_any_more_is_an_assignment_too() {
            customer.update(aDraft().named("Acme").details(), Optional.empty(), BEN, TUESDAY);
            assertThat(customer.takeEvents().get(1).changes())
                    .isEqualTo(new Changes(Map.of("assignedTo", "ben"), Map.of()));
        }
    }

    @Nested
    class OnItsWay {
        @ParameterizedTest
        @CsvSource({
            "QUALIFIED,    PROSPECT, LEAD",
            "QUALIFIED,    LEAD,     -",
            "QUALIFIED,    ACTIVE,   -",
            "QUALIFIED,    INACTIVE, -",
            "CONVERTED,    PROSPECT, ACTIVE",
            "CONVERTED,    LEAD,     ACTIVE",
            "CONVERTED,    ACTIVE,   -",
            "CONVERTED,    INACTIVE, -",
            "CHURNED,      PROSPECT, -",
            "CHURNED,      LEAD,     -",
            "CHURNED,      ACTIVE,   INACTIVE",
            "CHURNED,      INACTIVE, -",
            "WON_BACK,     PROSPECT, -",
            "WON_BACK,     LEAD,     -",
            "WON_BACK,     ACTIVE,   -",
            "WON_BACK,     INACTIVE, ACTIVE",
            "DISQUALIFIED, PROSPECT, INACTIVE",
            "DISQUALIFIED, LEAD,     INACTIVE",
            "DISQUALIFIED, ACTIVE,   -",
            "DISQUALIFIED, INACTIVE, -"
        })
        void a_reason_leads_from_where_it_can_be_given_and_from_nowhere_else(
                LifecycleReason reason, LifecycleStage from, String to) {
            var customer = aCustomer().at(from).build();
            if (to.equals("-")) {
                assertRefused(ErrorCode.INVALID_STATUS_TRANSITION, () -> customer.move(reason, NO_NOTE, BEN, TUESDAY))
                        .isEmpty();
                assertThat(customer.snapshot().stage()).isEqualTo(from);
                assertThat(customer.snapshot().version()).isEqualTo(1);
                assertThat(customer.takeEvents()).isEmpty();
            } else {
                customer.move(reason, NO_NOTE, BEN, TUESDAY);
                assertThat(customer.snapshot().stage()).isEqualTo(LifecycleStage.valueOf(to));
                assertThat(customer.snapshot().version()).isEqualTo(2);
                assertThat(customer.snapshot().updatedAt()).isEqualTo(TUESDAY);
            }
        }

        @Test
        void it_tells_why_and_from_where_to_where() {
            var customer = aCustomer().build();
            customer.move(LifecycleReason.QUALIFIED, Optional.of("Budget confirmed"), BEN, TUESDAY);
            assertThat(customer.takeEvents())
                    .containsExactly(new CustomerEvent(
                            CustomerEvent.What.LIFECYCLE_CHANGED,
                            new Occurrence(Subject.of(customer.snapshot().id()), BEN, TUESDAY),
                            new Changes(Map.of("lifecycleStage", "PROSPECT"), Map.of("lifecycleStage", "LEAD")),
                            Optional.of("QUALIFIED"),
                            Optional.of("Budget confirmed")));
        }

        @Test
        void its_account_does_not_move_with_it() {
            var customer = aCustomer().at(LifecycleStage.ACTIVE).build();
            customer.move(LifecycleReason.CHURNED, NO_NOTE, BEN, TUESDAY);
            assertThat(customer.snapshot().accountStatus()).isEqualTo(AccountStatus.ACTIVE);
        }
    }

    @Nested
    class ItsAccount {
        @ParameterizedTest
        @CsvSource({
            "ACTIVE,    suspend,    SUSPENDED",
            "ACTIVE,    activate,   ACTIVE",
            "ACTIVE,    deactivate, INACTIVE",
            "SUSPENDED, suspend,    SUSPENDED",
            "SUSPENDED, activate,   ACTIVE",
            "SUSPENDED, deactivate, INACTIVE",
            "INACTIVE,  suspend,    -",
            "INACTIVE,  activate,   ACTIVE",
            "INACTIVE,  deactivate, INACTIVE"
        })
        void moves_as_the_table_says(AccountStatus from, String verb, String to) {
            var customer = aCustomer().in(from).build();
            if (to.equals("-")) {
                assertRefused(ErrorCode.INVALID_STATUS_TRANSITION, () -> act(customer, verb, TUESDAY))
                        .isEmpty();
            } else {
                act(customer, verb, TUESDAY);
            }
            assertThat(customer.snapshot().accountStatus())
                    .isEqualTo(to.equals("-") ? from : AccountStatus.valueOf(to));
        }

        @ParameterizedTest
        @CsvSource({"SUSPENDED, suspend", "ACTIVE, activate", "INACTIVE, deactivate"})
        void doing_it_again_changes_nothing_and_tells_nothing(AccountStatus status, String verb) {
            var customer = aCustomer().in(status).build();
            var before = customer.snapshot();
            act(customer, verb, TUESDAY);
            assertThat(customer.snapshot()).isEqualTo(before);
            assertThat(customer.takeEvents()).isEmpty();
        }

        @Test
        void a_refused_suspension_changes_nothing_and_tells_nothing() {
            var customer = aCustomer().inactive().build();
            var before = customer.snapshot();
            assertRefused(ErrorCode.INVALID_STATUS_TRANSITION, () -> act(customer, "suspend", TUESDAY));
            assertThat(customer.snapshot()).isEqualTo(before);
            assertThat(customer.takeEvents()).isEmpty();
        }

        @Test
        void the_first_reason_stays() {
            var customer = aCustomer().suspended().build();
            customer.suspend(SuspensionReason.POLICY_VIOLATION, Optional.of("again"), BEN, TUESDAY);
            assertThat(customer.snapshot().statusReason()).hasValue("PAYMENT_FAILED");
            assertThat(customer.snapshot().suspendedAt()).hasValue(MONDAY);
        }

        @Test
        void each_move_keeps_its_time_and_the_last_reason() {
            var customer = aCustomer().suspended().build();
            customer.activate(NO_NOTE, BEN, TUESDAY);
            assertThat(customer.snapshot().statusReason()).isEmpty();
            customer.deactivate(DeactivationReason.TRIAL_ENDED, NO_NOTE, BEN, WEDNESDAY);
            var now = customer.snapshot();
            assertThat(now.suspendedAt()).hasValue(MONDAY);
            assertThat(now.activatedAt()).hasValue(TUESDAY);
            assertThat(now.deactivatedAt()).hasValue(WEDNESDAY);
            assertThat(now.statusReason()).hasValue("TRIAL_ENDED");
            assertThat(now.version()).isEqualTo(4);
            assertThat(now.updatedAt()).isEqualTo(WEDNESDAY);
        }

        @Test
        void a_suspension_tells_why() {
            var told = toldBy(
                    aCustomer().build(),
                    customer -> customer.suspend(
                            SuspensionReason.PAYMENT_FAILED, Optional.of("Invoice 4711"), BEN, TUESDAY));
            assertThat(told.type()).isEqualTo("customer.suspended");
            assertThat(told.data())
                    .isEqualTo(Map.of(
                            "before",
                            Map.of("accountStatus", "ACTIVE"),
                            "after",
                            Map.of("accountStatus", "SUSPENDED", "statusReason", "PAYMENT_FAILED"),
                            "reason",
                            "PAYMENT_FAILED",
                            "note",
                            "Invoice 4711"));
        }

        @Test
        void an_activation_tells_that_the_reason_is_gone() {
            var told = toldBy(aCustomer().suspended().build(), customer -> customer.activate(NO_NOTE, BEN, TUESDAY));
            assertThat(told.type()).isEqualTo("customer.activated");
            assertThat(told.data())
                    .isEqualTo(Map.of(
                            "before",
                            Map.of("accountStatus", "SUSPENDED", "statusReason", "PAYMENT_FAILED"),
                            "after",
                            Map.of("accountStatus", "ACTIVE")));
        }

        @Test
        void a_deactivation_tells_why() {
            var told = toldBy(
                    aCustomer().suspended().build(),
                    customer -> customer.deactivate(DeactivationReason.CHURNED, NO_NOTE, BEN, TUESDAY));
            assertThat(told.type()).isEqualTo("customer.deactivated");
            assertThat(told.changes())
                    .isEqualTo(new Changes(
                            Map.of("accountStatus", "SUSPENDED", "statusReason", "PAYMENT_FAILED"),
                            Map.of("accountStatus", "INACTIVE", "statusReason", "CHURNED", "reason", "CHURNED")));
        }

        private DomainEvent toldBy(Customer customer, Consumer<Customer> act) {
            act.accept(customer);
            var told = customer.takeEvents();
            assertThat(told).hasSize(1);
            return told.get(0);
        }

        private void act(Customer customer, String verb, Instant now) {
            switch (verb) {
                case "suspend" -> customer.suspend(SuspensionReason.OTHER, NO_NOTE, BEN, now);
                case "activate" -> customer.activate(NO_NOTE, BEN, now);
                default -> customer.deactivate(DeactivationReason.OTHER, NO_NOTE, BEN, now);
            }
        }
    }

    @Nested
    class WhenItIsDeleted {
        @ParameterizedTest
        @EnumSource
        void it_is_marked_whatever_its_account_and_says_so(AccountStatus status) {
            var customer = aCustomer().in(status).build();
            var version = customer.snapshot().version();
            customer.delete(BEN, TUESDAY);
            assertThat(customer.snapshot().deletedAt()).hasValue(TUESDAY);
            assertThat(customer.snapshot().updatedAt()).isEqualTo(TUESDAY);
            assertThat(customer.snapshot().version()).isEqualTo(version + 1);
            var told = customer.takeEvents();
            assertThat(told).extracting(DomainEvent::type).containsExactly("customer.deleted");
            assertThat(told.get(0).changes()).isEqualTo(new Changes(Map.of(), Map.of("deletedAt", TUESDAY)));
        }
    }

    static Stream<CustomerEvent.What> whats() {
        return Stream.of(CustomerEvent.What.values());
    }

    @ParameterizedTest
    @MethodSource("whats")
    void every_event_has_a_dotted_name_in_the_past_tense_and_is_published(CustomerEvent.What what) {
        var event = new CustomerEvent(
                what,
                new Occurrence(Subject.of(Customers.anId()), ANNA, MONDAY),
                Changes.NONE,
                Optional.empty(),
                Optional.empty());
        assertThat(event.type()).matches("customer\\.[a-z_]+ed");
        assertThat(event.isPublished()).isTrue();
        assertThat(event.data()).isEqualTo(Map.of("before", Map.of(), "after", Map.of()));
    }
}
