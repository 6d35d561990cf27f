package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What of a product a customer is to adopt, and so which of its tasks. Two entitlements are equal whatever the order of
 * their ids.
 *
 * @param licenseLevel what was bought
 * @param selectedOutcomes the outcomes that matter, in the order chosen; none means all, those added later too
 * @param selectedReleases the releases that matter, in the order chosen; none means all, those added later too
 */
public record Entitlement(LicenseLevel licenseLevel, Set<OutcomeId> selectedOutcomes, Set<ReleaseId> selectedReleases) {
    public Entitlement {
        selectedOutcomes = Selection.copy(selectedOutcomes);
        selectedReleases = Selection.copy(selectedReleases);
    }

    /**
     * An entitlement as somebody wrote it.
     *
     * @throws DomainException VALIDATION_ERROR with DUPLICATE for every id that is there again
     */
    public static Entitlement of(LicenseLevel level, List<OutcomeId> outcomes, List<ReleaseId> releases) {
        var faults = new Faults();
        var chosenOutcomes = Selection.distinct(faults, Selection.OUTCOMES, outcomes);
        var chosenReleases = Selection.distinct(faults, Selection.RELEASES, releases);
        faults.orThrow();
        return new Entitlement(level, chosenOutcomes, chosenReleases);
    }

    /**
     * Whether the task is eligible: its license level is not above what was bought, and it shares an outcome and a
     * release with what was selected. Where nothing is selected, or the task has none, that part asks nothing.
     */
    public boolean covers(Blueprint.Task task) {
        return refusal(task).isEmpty();
    }

    /** Why the task is not eligible: the first that holds of LICENSE, OUTCOME, RELEASE; nothing when it is. */
    Optional<ArchiveReason> refusal(Blueprint.Task task) {
        if (!licenseLevel.covers(task.licenseLevel())) {
            return Optional.of(ArchiveReason.LICENSE);
        }
        if (!meets(selectedOutcomes, task.outcomes(), Blueprint.Outcome::id)) {
            return Optional.of(ArchiveReason.OUTCOME);
        }
        return meets(selectedReleases, task.releases(), Blueprint.Release::id)
                ? Optional.empty()
                : Optional.of(ArchiveReason.RELEASE);
    }

    private static <I, T> boolean meets(Set<I> selected, List<T> ofTask, Function<T, I> id) {
        return selected.isEmpty() || ofTask.isEmpty() || ofTask.stream().map(id).anyMatch(selected::contains);
    }

    /**
     * Refuses a selection of what the product does not have.
     *
     * @throws DomainException OUTCOME_NOT_OF_PRODUCT or RELEASE_NOT_OF_PRODUCT, with all such ids
     */
    void requireOf(Blueprint product) {
        Selection.requireOf(product, selectedOutcomes, selectedReleases);
    }

    /**
     * As much of it as is about this product, or about what is a solution's own: of the selection, what it has. Where nothing
     * is left, everything is selected.
     */
    Entitlement within(Blueprint source) {
        return new Entitlement(
                licenseLevel, some(selectedOutcomes, source.outcomes()), some(selectedReleases, source.releases()));
    }

    private static <I> Set<I> some(Set<I> selected, Set<I> known) {
        return selected.stream().filter(known::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What differs between this entitlement and a later one, under the names that clients know. */
    Changes until(Entitlement later) {
        var changes = Changes.compare().field("licenseLevel", licenseLevel.name(), later.licenseLevel.name());
        if (!selectedOutcomes.equals(later.selectedOutcomes)) {
            changes.field("selectedOutcomeIds", outcomeIds(), later.outcomeIds());
        }
        if (!selectedReleases.equals(later.selectedReleases)) {
            changes.field("selectedReleaseIds", releaseIds(), later.releaseIds());
        }
        return changes.done();
    }

    /** The selected outcomes as events name them. */
    List<String> outcomeIds() {
        return selectedOutcomes.stream().map(id -> id.value().toString()).toList();
    }

    /** The selected releases as events name them. */
    List<String> releaseIds() {
        return selectedReleases.stream().map(id -> id.value().toString()).toList();
    }
}
