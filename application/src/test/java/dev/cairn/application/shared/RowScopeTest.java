package dev.cairn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.CustomerId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowScopeTest {
    private static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 7));
    private static final CustomerId OTHER = new CustomerId(new UUID(0, 8));

    private static Standing standing(LifecycleStage stage, Optional<String> assignedTo) {
        return new Standing(CUSTOMER, assignedTo, AccountStatus.ACTIVE, stage, false);
    }

    @ParameterizedTest
    @CsvSource({"PROSPECT, true", "LEAD, true", "ACTIVE, false", "INACTIVE, false"})
    void the_pipeline_is_prospects_and_leads(LifecycleStage stage, boolean covered) {
        var pipeline = new RowScope(false, true, Optional.empty(), Set.of());
        assertThat(pipeline.covers(standing(stage, Optional.empty()))).isEqualTo(covered);
    }

    @Test
    void an_assignee_covers_what_is_assigned_to_exactly_that_name() {
        var anna = new RowScope(false, false, Optional.of("anna"), Set.of());
        assertThat(anna.covers(standing(LifecycleStage.ACTIVE, Optional.of("anna"))))
                .isTrue();
        assertThat(anna.covers(standing(LifecycleStage.ACTIVE, Optional.of("Anna"))))
                .isFalse();
        assertThat(anna.covers(standing(LifecycleStage.PROSPECT, Optional.empty())))
                .isFalse();
    }

    @Test
    void a_scope_without_assignee_does_not_cover_what_is_assigned_to_nobody() {
        assertThat(RowScope.NOTHING.covers(standing(LifecycleStage.ACTIVE, Optional.empty())))
                .isFalse();
    }

    @Test
    void a_list_covers_what_is_on_it() {
        assertThat(RowScope.listed(Set.of(CUSTOMER)).covers(standing(LifecycleStage.ACTIVE, Optional.empty())))
                .isTrue();
        assertThat(RowScope.listed(Set.of(OTHER)).covers(standing(LifecycleStage.ACTIVE, Optional.empty())))
                .isFalse();
    }

    @Test
    void a_list_does_not_change_behind_the_scopes_back() {
        var list = new HashSet<>(Set.of(CUSTOMER));
        var scope = RowScope.listed(list);
        list.clear();
        assertThat(scope.listed()).containsExactly(CUSTOMER);
    }

    @Property
    void two_scopes_together_cover_what_either_does(
            @ForAll("scopes") RowScope one, @ForAll("scopes") RowScope other, @ForAll("standings") Standing standing) {
        assertThat(one.or(other).covers(standing)).isEqualTo(one.covers(standing) || other.covers(standing));
    }

    @Property
    void everything_covers_all_and_nothing_none(@ForAll("standings") Standing standing) {
        assertThat(RowScope.EVERYTHING.covers(standing)).isTrue();
        assertThat(RowScope.NOTHING.covers(standing)).isFalse();
    }

    /** All scopes of one caller: it has one name. */
    @Provide
    Arbitrary<RowScope> scopes() {
        var truth = Arbitraries.of(true, false);
        return Combinators.combine(
                        truth,
                        truth,
                        Arbitraries.of(Optional.<String>empty(), Optional.of("anna")),
                        Arbitraries.of(CUSTOMER, OTHER).set())
                .as(RowScope::new);
    }

    @Provide
    Arbitrary<Standing> standings() {
        return Combinators.combine(
                        Arbitraries.of(LifecycleStage.class),
                        Arbitraries.of(Optional.<String>empty(), Optional.of("anna"), Optional.of("ben")))
                .as(RowScopeTest::standing);
    }
}
