package dev.cairn.application.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.BEN;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.Products.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.port.FilterPreferences;
import dev.cairn.domain.adoption.FilterPreference;
import dev.cairn.domain.adoption.TaskFilter;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link FilterPreferences} keeps. */
public abstract class FilterPreferencesContract extends AdoptionContract {
    private final TaskFilter narrow = new TaskFilter(
            Optional.of(TaskStatus.NO_LONGER_USING),
            Optional.of(new OutcomeId(id())),
            Optional.of(new ReleaseId(id())),
            Optional.of("Network"),
            true);

    private FilterPreference.Owner anOwner() {
        var plan = aStoredPlan(aProduct().with(1, "1").build()).plan().snapshot();
        return new FilterPreference.Owner(ANNA, plan.id(), plan.customer());
    }

    private static FilterPreference.Owner of(FilterPreference.Owner owner, Actor who) {
        return new FilterPreference.Owner(who, owner.plan(), owner.customer());
    }

    private Uni<FilterPreference.Snapshot> save(FilterPreference.Owner owner, TaskFilter filter) {
        return filterPreferences().of(owner).chain(preference -> {
            preference.save(filter, MONDAY);
            return filterPreferences().save(preference).replaceWith(preference::snapshot);
        });
    }

    private FilterPreference.Snapshot found(FilterPreference.Owner owner) {
        return inOneUnit(() -> filterPreferences().of(owner)).snapshot();
    }

    @Test
    void what_was_saved_is_found_as_it_became_and_only_by_its_owner() {
        var owner = anOwner();
        assertThat(found(owner)).isEqualTo(FilterPreference.none(owner).snapshot());

        var first = inOneUnit(() -> save(owner, narrow));
        assertThat(first.version()).isEqualTo(1);
        assertThat(found(owner)).isEqualTo(first);
        var second = inOneUnit(() -> save(owner, TaskFilter.LIVE));
        assertThat(second.version()).isEqualTo(2);
        assertThat(found(owner)).isEqualTo(second);

        assertThat(found(of(owner, BEN)).version()).isZero();
        assertThat(found(anOwner()).version()).isZero();
    }

    @Test
    void what_was_not_changed_is_not_stored() {
        var owner = anOwner();

        inOneUnit(() -> save(owner, TaskFilter.LIVE));

        assertThat(found(owner).version()).isZero();
    }

    @Test
    void nobody_of_another_organisation_finds_it() {
        var owner = anOwner();
        inOneUnit(() -> save(owner, narrow));

        assertThat(inOneUnit(ELSEWHERE, () -> filterPreferences().of(owner)).version())
                .isZero();
    }

    @Test
    void a_failure_after_save_leaves_nothing() {
        var owner = anOwner();

        assertThatThrownBy(() -> inOneUnit(() -> save(owner, narrow).chain(() -> fail())))
                .hasMessageContaining("later step");

        assertThat(found(owner).version()).isZero();
    }
}
