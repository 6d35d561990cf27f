package dev.cairn.application.shared;

import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
    private static final Actor ANNA = new Actor(new OrgId("northwind"), "anna");
    private static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 7));
    private static final Target TARGET = new Target.OfCustomer(CUSTOMER);

    /** What goes on while an account is closed: leaving, and the way into suspension and out of it. */
    private static final Set<Permission> WHILE_CLOSED =
            EnumSet.of(Permission.CUSTOMER_DELETE, Permission.ACCOUNT_STATUS);

    private static final Map<AccountStatus, ErrorCode> CLOSED = Map.of(
            AccountStatus.SUSPENDED, ErrorCode.CUSTOMER_SUSPENDED,
            AccountStatus.INACTIVE, ErrorCode.CUSTOMER_INACTIVE);

    private final List<Target> asked = new ArrayList<>();
    private Optional<Standing> standing = Optional.of(standing(AccountStatus.ACTIVE, "anna", false));
    private final Gate gate = new Gate(new PermissionMatrix(EnumSet.of(Role.ADMIN, Role.CSS)), (scope, target) -> {
        asked.add(target);
        return Uni.createFrom().item(standing.filter(found -> scope.customers().covers(found)));
    });

    private static Standing standing(AccountStatus status, String assignedTo, boolean archived) {
        return new Standing(CUSTOMER, Optional.of(assignedTo), status, LifecycleStage.PROSPECT, archived);
    }

    private static Caller caller(Role... roles) {
        return Caller.of(ANNA, roles);
    }

    private void admit(Permission permission, Caller caller, Target target) {
        gate.admit(permission, caller, target).await().indefinitely();
    }

    @Nested
    class TheRightAsSuch {
        @Test
        void is_demanded_of_any_role() {
            assertThatCode(() -> gate.demand(Permission.CUSTOMER_DELETE, caller(Role.VIEWER, Role.ADMIN)))
                    .doesNotThrowAnyException();
            assertRefused(
                    ErrorCode.FORBIDDEN, () -> gate.demand(Permission.CUSTOMER_DELETE, caller(Role.VIEWER, Role.CSS)));
        }

        @Test
        void is_nobodys_without_a_role() {
            for (var permission : Permission.values()) {
                assertRefused(ErrorCode.FORBIDDEN, () -> gate.demand(permission, caller()));
            }
        }
    }

    @Nested
    class LeaveToRead {
        @Test
        void goes_as_far_as_the_roles_together() {
            var scope = gate.scope(Permission.CUSTOMER_READ, caller(Role.SALES));
            assertThat(scope.org()).isEqualTo(ANNA.org());
            assertThat(scope.customers()).isEqualTo(new RowScope(false, true, Optional.of("anna"), Set.of()));
            assertThat(scope.seesRemoved()).isFalse();
        }

        @Test
        void shows_removed_plans_to_an_administrator_alone() {
            for (var role : Role.values()) {
                assertThat(gate.sight(caller(role)).seesRemoved()).isEqualTo(role == Role.ADMIN);
            }
        }

        @Test
        void is_not_given_without_the_right() {
            assertRefused(ErrorCode.FORBIDDEN, () -> gate.scope(Permission.CATALOG_READ, caller(Role.CUSTOMER)));
        }
    }

    @Nested
    class ACommand {
        @Test
        void about_the_organisation_itself_asks_for_no_standing() {
            admit(Permission.CATALOG_WRITE, caller(Role.ADMIN), new Target.OfOrganisation());
            assertThat(asked).isEmpty();
        }

        @Test
        void asks_once() {
            admit(Permission.CUSTOMER_UPDATE, caller(Role.ADMIN), TARGET);
            assertThat(asked).containsExactly(TARGET);
        }

        @Test
        void whose_target_is_not_seen_misses_it() {
            standing = Optional.of(standing(AccountStatus.ACTIVE, "ben", false));
            assertRefused(
                    ErrorCode.CUSTOMER_NOT_FOUND, () -> admit(Permission.CUSTOMER_UPDATE, caller(Role.USER), TARGET));
        }

        @Test
        void whose_target_is_seen_and_not_writable_is_forbidden() {
            standing = Optional.of(standing(AccountStatus.SUSPENDED, "ben", true));
            assertRefused(ErrorCode.FORBIDDEN, () -> admit(Permission.CUSTOMER_UPDATE, caller(Role.SALES), TARGET));
        }

        @Test
        void on_what_was_removed_is_refused_after_the_account_was_asked() {
            standing = Optional.of(standing(AccountStatus.ACTIVE, "anna", true));
            assertRefused(ErrorCode.TASK_ARCHIVED, () -> admit(Permission.TASK_STATUS, caller(Role.ADMIN), TARGET));
            standing = Optional.of(standing(AccountStatus.SUSPENDED, "anna", true));
            assertRefused(
                    ErrorCode.CUSTOMER_SUSPENDED, () -> admit(Permission.TASK_STATUS, caller(Role.ADMIN), TARGET));
        }
    }

    static Stream<Arguments> closedAccounts() {
        return CLOSED.keySet().stream()
                .flatMap(status -> Stream.of(Permission.values()).map(permission -> Arguments.of(permission, status)));
    }

    @ParameterizedTest(name = "{0} of a customer that is {1}")
    @MethodSource("closedAccounts")
    void a_closed_account_stops_every_permission_but_the_ways_out(Permission permission, AccountStatus status) {
        standing = Optional.of(standing(status, "anna", false));
        assertThat(permission.isPossibleWhileLocked()).isEqualTo(WHILE_CLOSED.contains(permission));
        if (WHILE_CLOSED.contains(permission)) {
            admit(permission, caller(Role.ADMIN), TARGET);
        } else {
            assertRefused(CLOSED.get(status), () -> admit(permission, caller(Role.ADMIN), TARGET));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_open_account_stops_nothing(Permission permission) {
        assertThatCode(() -> admit(permission, caller(Role.ADMIN), TARGET)).doesNotThrowAnyException();
    }

    static Stream<Arguments> missing() {
        var id = new UUID(0, 9);
        return Stream.of(
                Arguments.of(new Target.OfCustomer(CUSTOMER), ErrorCode.CUSTOMER_NOT_FOUND, "customer"),
                Arguments.of(
                        new Target.OfAssignment(CUSTOMER, new AssignmentId(id)),
                        ErrorCode.CUSTOMER_NOT_FOUND,
                        "customer"),
                Arguments.of(new Target.OfPlan(new PlanId(id)), ErrorCode.ADOPTION_PLAN_NOT_FOUND, "adoption plan"),
                Arguments.of(new Target.OfTask(new TaskId(id)), ErrorCode.TASK_NOT_FOUND, "task"));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void a_target_that_is_not_there_is_missed_by_its_own_name(Target target, ErrorCode code, String noun) {
        standing = Optional.empty();
        assertRefused(code, () -> admit(Permission.TASK_STATUS, caller(Role.ADMIN), target));
        assertThatCode(() -> admit(Permission.TASK_STATUS, caller(Role.ADMIN), target))
                .hasMessage("There is no such " + noun + ".");
    }

    @Test
    void an_organisation_is_never_missing() {
        assertThatIllegalStateException().isThrownBy(() -> new Target.OfOrganisation().missing());
    }
}
