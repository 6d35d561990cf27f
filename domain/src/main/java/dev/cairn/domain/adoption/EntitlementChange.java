package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants changed of an entitlement; what is absent stays.
 *
 * @param licenseLevel the new level
 * @param selectedOutcomes the new selection; an empty one selects all
 * @param selectedReleases the new selection; an empty one selects all
 */
public record EntitlementChange(
        Optional<LicenseLevel> licenseLevel,
        Optional<Set<OutcomeId>> selectedOutcomes,
        Optional<Set<ReleaseId>> selectedReleases) {
    public EntitlementChange {
        selectedOutcomes = selectedOutcomes.map(Selection::copy);
        selectedReleases = selectedReleases.map(Selection::copy);
    }

    /**
     * A change as somebody wrote it.
     *
     * @throws DomainException VALIDATION_ERROR with DUPLICATE for every id that is there again
     */
    public static EntitlementChange of(
            Optional<LicenseLevel> level, Optional<List<OutcomeId>> outcomes, Optional<List<ReleaseId>> releases) {
        var faults = new Faults();
        var chosenOutcomes = outcomes.map(ids -> Selection.distinct(faults, Selection.OUTCOMES, ids));
        var chosenReleases = releases.map(ids -> Selection.distinct(faults, Selection.RELEASES, ids));
        faults.orThrow();
        return new EntitlementChange(level, chosenOutcomes, chosenReleases);
    }

    /**
     * The entitlement after the change. Only what the change names must be of the product: an outcome that was selected
     * earlier and has left the catalogue since does not stand in the way of another license level.
     *
     * @throws DomainException OUTCOME_NOT_OF_PRODUCT or RELEASE_NOT_OF_PRODUCT, with all such ids
     */
    Entitlement appliedTo(Entitlement current, Blueprint product) {
        requireAmong("", List.of(product));
        return over(current);
    }

    /**
     * Refuses a selection of what none of these has.
     *
     * @param pointer where the change stands in what was sent
     * @throws DomainException OUTCOME_NOT_OF_PRODUCT or RELEASE_NOT_OF_PRODUCT, with all such ids
     */
    void requireAmong(String pointer, List<Blueprint> products) {
        Selection.requireAmong(pointer, products, selectedOutcomes.orElse(Set.of()), selectedReleases.orElse(Set.of()));
    }

    /** The entitlement with what is said here in place of what it says. */
    Entitlement over(Entitlement current) {
        return new Entitlement(
                licenseLevel.orElse(current.licenseLevel()),
                selectedOutcomes.orElse(current.selectedOutcomes()),
                selectedReleases.orElse(current.selectedReleases()));
    }
}
