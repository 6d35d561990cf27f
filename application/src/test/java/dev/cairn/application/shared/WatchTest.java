package dev.cairn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.customer.CreateCustomer;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WatchTest {
    private static final OrgId ORG = new OrgId("northwind");

    private final List<String> seen = new ArrayList<>();

    private final Watch watch = new Watch() {
        @Override
        public Look begins(Work work) {
            return look(work.name());
        }

        @Override
        public Look begins(ReadScope scope) {
            return look(scope.right().name());
        }

        private Look look(String name) {
            seen.add(name + " begins");
            return how -> seen.add(name + " is " + how);
        }
    };

    private final Work purge = Work.ofHouse(KeptAnswerPurge.class, ORG, "test");

    @Test
    void work_is_called_by_its_verb_or_by_who_does_it() {
        assertThat(Work.ofHouse(CreateCustomer.Command.class, ORG, "test").name())
                .isEqualTo("CreateCustomer");
        assertThat(purge.name()).isEqualTo("KeptAnswerPurge");
    }

    @Test
    void work_is_seen_from_when_somebody_wants_it_to_its_end_and_its_result_is_its_own() {
        var work = watch.over(purge, Uni.createFrom().item(() -> {
            seen.add("work");
            return 7;
        }));
        assertThat(seen).isEmpty();

        assertThat(work.await().indefinitely()).isEqualTo(7);
        assertThat(seen).containsExactly("KeptAnswerPurge begins", "work", "KeptAnswerPurge is DONE");
    }

    @Test
    void a_read_is_seen_by_the_right_it_is_made_under() {
        var gate = new Gate(
                new PermissionMatrix(EnumSet.of(Role.ADMIN)),
                (scope, target) -> Uni.createFrom().item(Optional.empty()));
        var scope = gate.scope(Permission.AUDIT_READ, Caller.of(new Actor(ORG, "anna"), Role.ADMIN));

        watch.over(scope, Uni.createFrom().item("row")).await().indefinitely();
        assertThat(seen).containsExactly("AUDIT_READ begins", "AUDIT_READ is DONE");
    }

    @Test
    void whoever_leaves_is_told_apart_from_who_was_answered() {
        Cancellable asked =
                watch.over(purge, Uni.createFrom().nothing()).subscribe().with(never -> {});
        asked.cancel();
        assertThat(seen).containsExactly("KeptAnswerPurge begins", "KeptAnswerPurge is LEFT");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new DomainException(ErrorCode.CUSTOMER_NOT_FOUND, "no"), Ending.REFUSED),
                Arguments.of(new DomainException(ErrorCode.FORBIDDEN, "no"), Ending.REFUSED),
                Arguments.of(new DomainException(ErrorCode.UNAVAILABLE, "no"), Ending.UNAVAILABLE),
                Arguments.of(new LostRace(new IllegalStateException("deadlock")), Ending.LOST),
                Arguments.of(new IllegalStateException("who would have thought"), Ending.FAILED));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_stays_what_it_was_and_is_seen_as_what_it_means(RuntimeException failure, Ending how) {
        var work = watch.over(purge, Uni.createFrom().failure(failure));

        assertThatThrownBy(() -> work.await().indefinitely()).isSameAs(failure);
        assertThat(seen).last().isEqualTo("KeptAnswerPurge is " + how);
    }

    @Test
    void nobody_sees_nothing_and_costs_nothing() {
        var work = Uni.createFrom().item(7);
        assertThat(Watch.NOBODY.over(purge, work)).isSameAs(work);
        assertThat(Watch.NOBODY.over(purge.sight(), work)).isSameAs(work);
    }
}
