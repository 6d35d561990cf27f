package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ReleaseId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPreferenceTest {
    private final FilterPreference.Owner owner =
            new FilterPreference.Owner(ANNA, new PlanId(AdoptionFixtures.id()), new CustomerId(AdoptionFixtures.id()));
    private final FilterPreference preference = FilterPreference.none(owner);
    private final OutcomeId outcome = new OutcomeId(AdoptionFixtures.id());
    private final ReleaseId release = new ReleaseId(AdoptionFixtures.id());
    private final TaskFilter narrow = new TaskFilter(
            Optional.of(TaskStatus.IN_PROGRESS),
            Optional.of(outcome),
            Optional.of(release),
            Optional.of("Network"),
            true);

    private static TaskFilter tagged(String tag) {
        return new TaskFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(tag), false);
    }

    @Test
    void who_saved_none_sees_every_task_that_is_part_of_the_plan() {
        assertThat(preference.snapshot()).isEqualTo(new FilterPreference.Snapshot(owner, TaskFilter.LIVE, 0));
        assertThat(TaskFilter.LIVE.archived()).isFalse();
        assertThat(TaskFilter.LIVE.status()).isEmpty();
        assertThat(TaskFilter.LIVE.outcome()).isEmpty();
        assertThat(TaskFilter.LIVE.release()).isEmpty();
        assertThat(TaskFilter.LIVE.tag()).isEmpty();
    }

    @Test
    void what_is_saved_is_audited_and_not_published() {
        preference.save(narrow, MONDAY);

        assertThat(preference.snapshot()).isEqualTo(new FilterPreference.Snapshot(owner, narrow, 1));
        assertThat(preference.takeEvents()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("adoption.filter_saved");
            assertThat(event.isPublished()).isFalse();
            assertThat(event.data()).isEmpty();
            assertThat(event.occurrence().by()).isEqualTo(ANNA);
            assertThat(event.occurrence().at()).isEqualTo(MONDAY);
            assertThat(event.occurrence().subject().path())
                    .isEqualTo("adoption_plan/" + owner.plan().value());
            assertThat(event.occurrence().subject().customer()).contains(owner.customer());
            assertThat(event.changes().before()).isEqualTo(Map.of("archived", false));
            assertThat(event.changes().after())
                    .isEqualTo(Map.of(
                            "status",
                            "IN_PROGRESS",
                            "outcomeId",
                            outcome.value().toString(),
                            "releaseId",
                            release.value().toString(),
                            "tag",
                            "Network",
                            "archived",
                            true));
        });
    }

    @Test
    void the_same_again_changes_nothing() {
        preference.save(TaskFilter.LIVE, MONDAY);
        assertThat(preference.version()).isZero();
        preference.save(narrow, MONDAY);
        preference.takeEvents();

        preference.save(narrow, MONDAY);

        assertThat(preference.version()).isEqualTo(1);
        assertThat(preference.takeEvents()).isEmpty();
    }

    @Test
    void it_is_replaced_whole_and_comes_back_as_it_was_stored() {
        preference.save(narrow, MONDAY);
        var restored = FilterPreference.restore(preference.snapshot());

        restored.save(TaskFilter.LIVE, MONDAY);

        assertThat(restored.snapshot()).isEqualTo(new FilterPreference.Snapshot(owner, TaskFilter.LIVE, 2));
    }

    @Test
    void what_was_never_saved_cannot_have_been_stored() {
        assertThatThrownBy(() -> FilterPreference.restore(preference.snapshot()))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void a_tag_has_a_name(int length) {
        assertThatThrownBy(() -> tagged("x".repeat(length))).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
            assertThat(refusal.faults()).containsExactly(new Fault("/tag", Fault.Code.LENGTH, "1 to 255 characters"));
        });
        assertThatThrownBy(() -> tagged(" ")).isInstanceOf(DomainException.class);
        assertThat(tagged("x".repeat(255)).tag()).isPresent();
    }
}
