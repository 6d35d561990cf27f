package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.outcome;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcomeIds;
import static dev.cairn.domain.adoption.AdoptionFixtures.release;
import static dev.cairn.domain.adoption.AdoptionFixtures.releaseIds;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EligibilityPropertyTest {
    private static final List<Blueprint.Outcome> OUTCOMES = List.of(outcome("a"), outcome("b"), outcome("c"));
    private static final List<Blueprint.Release> RELEASES = List.of(release("1", "1"), release("2", "2"));

    @Property
    void it_is_what_the_three_rules_say_word_by_word(
            @ForAll("entitlements") Entitlement entitlement, @ForAll("tasks") Blueprint.Task task) {
        var levels = List.of("ESSENTIAL", "ADVANTAGE", "SIGNATURE");
        var first = levels.indexOf(task.licenseLevel().name())
                <= levels.indexOf(entitlement.licenseLevel().name());
        var sharedOutcomes = new HashSet<>(entitlement.selectedOutcomes());
        sharedOutcomes.retainAll(outcomeIds(task.outcomes().toArray(Blueprint.Outcome[]::new)));
        var second = entitlement.selectedOutcomes().isEmpty() || task.outcomes().isEmpty() || !sharedOutcomes.isEmpty();
        var sharedReleases = new HashSet<>(entitlement.selectedReleases());
        sharedReleases.retainAll(releaseIds(task.releases().toArray(Blueprint.Release[]::new)));
        var third = entitlement.selectedReleases().isEmpty() || task.releases().isEmpty() || !sharedReleases.isEmpty();

        assertThat(entitlement.covers(task)).isEqualTo(first && second && third);
    }

    @Property
    void whoever_buys_a_higher_level_loses_nothing(
            @ForAll("entitlements") Entitlement entitlement,
            @ForAll LicenseLevel other,
            @ForAll("tasks") Blueprint.Task task) {
        if (entitlement.covers(task) && other.covers(entitlement.licenseLevel())) {
            assertThat(new Entitlement(other, entitlement.selectedOutcomes(), entitlement.selectedReleases())
                            .covers(task))
                    .isTrue();
        }
    }

    @Property
    void whoever_selects_nothing_gets_all_of_its_level(
            @ForAll LicenseLevel level, @ForAll("tasks") Blueprint.Task task) {
        assertThat(AdoptionFixtures.everythingOf(level).covers(task)).isEqualTo(level.covers(task.licenseLevel()));
    }

    @Property
    void whoever_selects_more_outcomes_than_some_loses_nothing(
            @ForAll("entitlements") Entitlement entitlement,
            @ForAll("chosenOutcomes") Set<Blueprint.Outcome> more,
            @ForAll("tasks") Blueprint.Task task) {
        if (!entitlement.selectedOutcomes().isEmpty() && entitlement.covers(task)) {
            var wider = new HashSet<>(entitlement.selectedOutcomes());
            wider.addAll(outcomeIds(more.toArray(Blueprint.Outcome[]::new)));

            assertThat(new Entitlement(entitlement.licenseLevel(), wider, entitlement.selectedReleases()).covers(task))
                    .isTrue();
        }
    }

    @Property
    void generic_tasks_ask_for_the_level_alone(@ForAll("entitlements") Entitlement entitlement) {
        assertThat(entitlement.covers(aSource().build())).isTrue();
    }

    @Provide
    Arbitrary<Entitlement> entitlements() {
        return Combinators.combine(Arbitraries.of(LicenseLevel.class), chosenOutcomes(), chosenReleases())
                .as((level, outcomes, releases) -> new Entitlement(
                        level,
                        outcomeIds(outcomes.toArray(Blueprint.Outcome[]::new)),
                        releaseIds(releases.toArray(Blueprint.Release[]::new))));
    }

    @Provide
    Arbitrary<Blueprint.Task> tasks() {
        return Combinators.combine(Arbitraries.of(LicenseLevel.class), chosenOutcomes(), chosenReleases())
                .as((level, outcomes, releases) -> aSource()
                        .asking(level)
                        .having(outcomes.toArray(Blueprint.Outcome[]::new))
                        .having(releases.toArray(Blueprint.Release[]::new))
                        .build());
    }

    @Provide
    Arbitrary<Set<Blueprint.Outcome>> chosenOutcomes() {
        return Arbitraries.of(OUTCOMES).set();
    }

    Arbitrary<Set<Blueprint.Release>> chosenReleases() {
        return Arbitraries.of(RELEASES).set();
    }
}
