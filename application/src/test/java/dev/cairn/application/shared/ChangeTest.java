package dev.cairn.application.shared;

import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 7));

    private record Touch() implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfCustomer(CUSTOMER);
        }
    }

    private record Thing(long version) implements Versioned {}

    private Optional<Thing> stored = Optional.of(new Thing(3));
    private int changes;
    private AccountStatus status = AccountStatus.ACTIVE;

    private final UnitOfWork unitOfWork = new UnitOfWork() {
        @Override
        public <T> Uni<T> in(Work work, Supplier<Uni<T>> steps) {
            return steps.get();
        }
    };

    private final class TouchHandler extends Change<Touch, Thing, String> {
        TouchHandler() {
            super(
                    new Frame(
                            unitOfWork,
                            new Gate(
                                    new PermissionMatrix(Set.of()),
                                    (scope, target) -> Uni.createFrom()
                                            .item(Optional.of(new Standing(
                                                    CUSTOMER,
                                                    Optional.empty(),
                                                    status,
                                                    LifecycleStage.PROSPECT,
                                                    false)))),
                            new InMemoryKeptAnswers(),
                            Clock.systemUTC(),
                            () -> new UUID(0, 42)),
                    Permission.CUSTOMER_UPDATE);
        }

        @Override
        protected Uni<Thing> find(Touch command) {
            return Uni.createFrom()
                    .item(() -> stored.orElseThrow(() -> new DomainException(ErrorCode.CUSTOMER_NOT_FOUND, "none")));
        }

        @Override
        protected Uni<String> change(Thing found, Touch command, Call call) {
            changes++;
            return Uni.createFrom().item("changed");
        }
    }

    private String touch(Precondition precondition) {
        var caller = Caller.of(new Actor(new OrgId("northwind"), "anna"), Role.ADMIN);
        return new TouchHandler()
                .handle(
                        new Envelope<String, String>(
                                caller,
                                Origin.internal("test"),
                                () -> new Terms<>(precondition, Optional.empty()),
                                result -> result),
                        Touch::new)
                .await()
                .indefinitely();
    }

    @Test
    void without_a_precondition_the_last_write_wins() {
        assertThat(touch(Precondition.NONE)).isEqualTo("changed");
    }

    @Test
    void a_thing_in_the_state_that_was_meant_is_changed() {
        assertThat(touch(Precondition.oneOf(Set.of(2L, 3L)))).isEqualTo("changed");
    }

    @Test
    void a_thing_that_has_moved_on_stays_as_it_is() {
        assertRefused(ErrorCode.VERSION_CONFLICT, () -> touch(Precondition.oneOf(Set.of(2L))));
        assertRefused(ErrorCode.VERSION_CONFLICT, () -> touch(Precondition.oneOf(Set.of())));
        assertThat(changes).isZero();
    }

    @Test
    void where_a_state_must_be_meant_silence_is_refused() {
        assertRefused(ErrorCode.IF_MATCH_REQUIRED, () -> touch(Precondition.MISSING));
        assertThat(changes).isZero();
    }

    @Test
    void what_is_not_there_is_missing_before_it_is_outdated() {
        stored = Optional.empty();
        assertRefused(ErrorCode.CUSTOMER_NOT_FOUND, () -> touch(Precondition.oneOf(Set.of(2L))));
        assertRefused(ErrorCode.CUSTOMER_NOT_FOUND, () -> touch(Precondition.MISSING));
    }

    @Test
    void a_locked_account_is_told_before_an_outdated_state() {
        status = AccountStatus.SUSPENDED;
        assertRefused(ErrorCode.CUSTOMER_SUSPENDED, () -> touch(Precondition.oneOf(Set.of(2L))));
    }
}
