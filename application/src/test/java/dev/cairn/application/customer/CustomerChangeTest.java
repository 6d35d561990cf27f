package dev.cairn.application.customer;

import static dev.cairn.domain.customer.Customers.BEN;
import static dev.cairn.domain.customer.Customers.NO_NOTE;
import static dev.cairn.domain.customer.Customers.TUESDAY;
import static dev.cairn.domain.customer.Customers.aCustomer;
import static dev.cairn.domain.customer.Customers.anId;
import static dev.cairn.domain.customer.Drafts.aDraft;
import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Role;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.customer.Customers;
import dev.cairn.domain.customer.DeactivationReason;
import dev.cairn.domain.customer.LifecycleReason;
import dev.cairn.domain.customer.SuspensionReason;
import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OrgId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerChangeTest {
    private final InMemoryCustomers world = new InMemoryCustomers();
    private final Handler.Frame frame = world.frame(TUESDAY);
    private final Caller admin = Caller.of(BEN, Role.ADMIN);

    /** A verb, and whether it goes on while the account is closed. */
    private record Verb(
            String name, Permission permission, boolean whileLocked, Function<CustomerChangeTest, Change> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Change {
        CustomerView of(Caller caller, CustomerId id);
    }

    private <C extends CustomerChange.OfOne> Change change(
            CustomerChange<C> handler, Permission permission, Function<CustomerId, C> command) {
        assertThat(handler.permission()).isEqualTo(permission);
        return (caller, id) -> handler.handle(Envelope.plain(caller, Origin.internal("test")), () -> command.apply(id))
                .await()
                .indefinitely();
    }

    static List<Verb> verbs() {
        return List.of(
                new Verb("update", Permission.CUSTOMER_UPDATE, false, test -> test.update("Renamed")),
                new Verb("move", Permission.CUSTOMER_UPDATE, false, test -> test.move(LifecycleReason.QUALIFIED)),
                new Verb("suspend", Permission.ACCOUNT_STATUS, true, test -> test.suspend(SuspensionReason.OTHER)),
                new Verb("activate", Permission.ACCOUNT_STATUS, true, CustomerChangeTest::activate),
                new Verb("deactivate", Permission.ACCOUNT_STATUS, true, test -> test.deactivate()),
                new Verb("delete", Permission.CUSTOMER_DELETE, true, CustomerChangeTest::delete));
    }

    static Stream<Verb> verbsThatStop() {
        return verbs().stream().filter(verb -> !verb.whileLocked());
    }

    private Change update(String name) {
        return change(
                new UpdateCustomerHandler(frame, world.customers(), world.progress()),
                Permission.CUSTOMER_UPDATE,
                id -> new UpdateCustomer.Command(
                        id, any -> aDraft().named(name).details(), Optional.of(new CustomerCode("NEW"))));
    }

    private Change move(LifecycleReason reason) {
        return change(
                new MoveLifecycleHandler(frame, world.customers(), world.progress()),
                Permission.CUSTOMER_UPDATE,
                id -> new MoveLifecycle.Command(id, reason, NO_NOTE));
    }

    private Change suspend(SuspensionReason reason) {
        return change(
                new SuspendCustomerHandler(frame, world.customers(), world.progress()),
                Permission.ACCOUNT_STATUS,
                id -> new SuspendCustomer.Command(id, reason, Optional.of("word")));
    }

    private Change activate() {
        return change(
                new ActivateCustomerHandler(frame, world.customers(), world.progress()),
                Permission.ACCOUNT_STATUS,
                id -> new ActivateCustomer.Command(id, NO_NOTE));
    }

    private Change deactivate() {
        return change(
                new DeactivateCustomerHandler(frame, world.customers(), world.progress()),
                Permission.ACCOUNT_STATUS,
                id -> new DeactivateCustomer.Command(id, DeactivationReason.CHURNED, NO_NOTE));
    }

    private Change delete() {
        return change(
                new DeleteCustomerHandler(frame, world.customers(), world.progress()),
                Permission.CUSTOMER_DELETE,
                DeleteCustomer.Command::new);
    }

    private CustomerId kept(Customers customer) {
        return world.keep(customer.build()).id();
    }

    private static Customers closedFor(Verb verb) {
        return verb.name().equals("activate") ? aCustomer().suspended() : aCustomer();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void the_customer_is_stored_as_it_is_shown_and_the_world_is_told(Verb verb) {
        var id = kept(closedFor(verb));
        world.progress(id, "41.25");
        var before = world.stored(id).orElseThrow().version();

        var shown = verb.change().apply(this).of(admin, id);

        assertThat(world.stored(id)).hasValue(shown.customer());
        assertThat(shown.customer().version()).isEqualTo(before + 1);
        assertThat(shown.customer().updatedAt()).isEqualTo(TUESDAY);
        assertThat(shown.progressPercentage()).isEqualTo("41.25");
        assertThat(world.outbox).hasSize(1).allSatisfy(event -> {
            assertThat(event.occurrence().by()).isEqualTo(BEN);
            assertThat(event.occurrence().at()).isEqualTo(TUESDAY);
            assertThat(event.occurrence().subject().customer()).hasValue(id);
        });
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void nobody_is_changed_under_an_id_that_nobody_has(Verb verb) {
        assertRefused(
                ErrorCode.CUSTOMER_NOT_FOUND, () -> verb.change().apply(this).of(admin, anId()));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void another_organisations_customer_is_nobody(Verb verb) {
        var id = kept(aCustomer());
        var stranger = Caller.of(new dev.cairn.domain.shared.Actor(new OrgId("southwind"), "eve"), Role.ADMIN);
        assertRefused(
                ErrorCode.CUSTOMER_NOT_FOUND, () -> verb.change().apply(this).of(stranger, id));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void a_deleted_customer_is_nobody(Verb verb) {
        var id = kept(aCustomer());
        delete().of(admin, id);
        assertRefused(
                ErrorCode.CUSTOMER_NOT_FOUND, () -> verb.change().apply(this).of(admin, id));
    }

    @ParameterizedTest
    @MethodSource("verbsThatStop")
    void a_closed_account_keeps_the_customer_as_it_was(Verb verb) {
        var suspended = world.keep(aCustomer().suspended().build());
        var inactive = world.keep(aCustomer().inactive().build());
        assertRefused(
                ErrorCode.CUSTOMER_SUSPENDED, () -> verb.change().apply(this).of(admin, suspended.id()));
        assertRefused(
                ErrorCode.CUSTOMER_INACTIVE, () -> verb.change().apply(this).of(admin, inactive.id()));
        assertThat(world.stored(suspended.id())).hasValue(suspended);
        assertThat(world.stored(inactive.id())).hasValue(inactive);
        assertThat(world.outbox).isEmpty();
    }

    @Test
    void leaving_is_possible_whatever_the_account() {
        for (var status : AccountStatus.values()) {
            var id = kept(aCustomer().in(status));
            assertThat(delete().of(admin, id).customer().deletedAt()).hasValue(TUESDAY);
        }
    }

    @Nested
    class EachVerb {
        @Test
        void does_what_it_says() {
            var id = kept(aCustomer().at(LifecycleStage.LEAD));
            assertThat(update("Renamed")
                            .of(admin, id)
                            .customer()
                            .details()
                            .name()
                            .full())
                    .isEqualTo("Renamed");
            assertThat(move(LifecycleReason.CONVERTED).of(admin, id).customer().stage())
                    .isEqualTo(LifecycleStage.ACTIVE);
            assertThat(suspend(SuspensionReason.OTHER).of(admin, id).customer().accountStatus())
                    .isEqualTo(AccountStatus.SUSPENDED);
            assertThat(activate().of(admin, id).customer().accountStatus()).isEqualTo(AccountStatus.ACTIVE);
            assertThat(deactivate().of(admin, id).customer().statusReason()).hasValue("CHURNED");
            assertThat(world.outbox)
                    .extracting(DomainEvent::type)
                    .containsExactly(
                            "customer.updated",
                            "customer.lifecycle_changed",
                            "customer.suspended",
                            "customer.activated",
                            "customer.deactivated");
        }

        @Test
        void twice_suspended_is_told_once_and_the_first_reason_stays() {
            var id = kept(aCustomer());
            suspend(SuspensionReason.PAYMENT_FAILED).of(admin, id);
            var again = suspend(SuspensionReason.OTHER).of(admin, id);
            assertThat(again.customer().statusReason()).hasValue("PAYMENT_FAILED");
            assertThat(again.customer().version()).isEqualTo(2);
            assertThat(world.outbox).hasSize(1);
        }

        @Test
        void that_is_refused_by_a_rule_leaves_nothing() {
            var state = world.keep(aCustomer().build());
            assertRefused(
                    ErrorCode.INVALID_STATUS_TRANSITION,
                    () -> move(LifecycleReason.CHURNED).of(admin, state.id()));
            assertThat(world.stored(state.id())).hasValue(state);
            assertThat(world.outbox).isEmpty();
        }

        @Test
        void that_takes_a_name_of_another_leaves_nothing() {
            world.keep(aCustomer().with(aDraft().named("Taken")).build());
            var state = world.keep(aCustomer().build());
            assertRefused(ErrorCode.CUSTOMER_NAME_EXISTS, () -> update("TAKEN").of(admin, state.id()));
            assertThat(world.stored(state.id())).hasValue(state);
            assertThat(world.outbox).isEmpty();
        }
    }

    @Nested
    class Somebody {
        @Test
        void with_the_role_user_changes_what_is_assigned_to_them_and_sees_nothing_else() {
            var user = Caller.of(BEN, Role.USER);
            var mine = kept(aCustomer().with(aDraft().named("Mine").assignedTo("ben")));
            var theirs = kept(aCustomer().with(aDraft().named("Theirs").assignedTo("anna")));
            assertThat(move(LifecycleReason.QUALIFIED).of(user, mine).customer().stage())
                    .isEqualTo(LifecycleStage.LEAD);
            assertRefused(
                    ErrorCode.CUSTOMER_NOT_FOUND,
                    () -> move(LifecycleReason.QUALIFIED).of(user, theirs));
        }

        @Test
        void with_the_role_sales_sees_the_pipeline_and_changes_what_is_assigned_to_them() {
            var sales = Caller.of(BEN, Role.SALES);
            var lead = kept(aCustomer().at(LifecycleStage.LEAD));
            var won = kept(aCustomer().at(LifecycleStage.ACTIVE));
            assertRefused(
                    ErrorCode.FORBIDDEN, () -> move(LifecycleReason.CONVERTED).of(sales, lead));
            assertRefused(
                    ErrorCode.CUSTOMER_NOT_FOUND,
                    () -> move(LifecycleReason.CHURNED).of(sales, won));
        }

        @Test
        void forbidden_is_told_before_suspended() {
            var sales = Caller.of(BEN, Role.SALES);
            var lead = kept(aCustomer().at(LifecycleStage.LEAD).suspended());
            assertRefused(
                    ErrorCode.FORBIDDEN, () -> move(LifecycleReason.CONVERTED).of(sales, lead));
        }

        @Test
        void without_the_right_learns_nothing_of_the_rest() {
            var viewer = Caller.of(BEN, Role.VIEWER);
            assertRefused(
                    ErrorCode.FORBIDDEN, () -> move(LifecycleReason.CONVERTED).of(viewer, anId()));
            assertThatThrownBy(() -> delete().of(Caller.of(BEN, Role.CSS), anId()))
                    .hasMessageContaining("No role");
        }
    }
}
