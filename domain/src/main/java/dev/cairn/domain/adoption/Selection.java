package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules that all lists of chosen ids share: each once, and each of the thing that is chosen from. */
final class Selection {
    static final String OUTCOMES = "/selectedOutcomeIds";
    static final String RELEASES = "/selectedReleaseIds";

    private Selection() {}

    /** The ids as a set in the order given; an id that is there twice is noted as a fault where it stands again. */
    static <T> Set<T> distinct(Faults faults, String pointer, List<T> ids) {
        var seen = new LinkedHashSet<T>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                faults.add(pointer + "/" + i, Fault.Code.DUPLICATE, "the id is there already");
            }
        }
        return Collections.unmodifiableSet(seen);
    }

    /** The same set, safe from later changes; equal whatever the order, and keeping it. */
    static <T> Set<T> copy(Set<T> ids) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(ids));
    }

    /**
     * Refuses ids that the product does not have.
     *
     * @throws DomainException OUTCOME_NOT_OF_PRODUCT or RELEASE_NOT_OF_PRODUCT, with all such ids of both sorts
     */
    static void requireOf(Blueprint product, Set<OutcomeId> outcomes, Set<ReleaseId> releases) {
        requireAmong("", List.of(product), outcomes, releases);
    }

    /**
     * The same where the ids may be of any of several.
     *
     * @param pointer where the selection stands in what was sent
     */
    static void requireAmong(
            String pointer, List<Blueprint> products, Set<OutcomeId> outcomes, Set<ReleaseId> releases) {
        var knownOutcomes = union(products, Blueprint::outcomes);
        var knownReleases = union(products, Blueprint::releases);
        var strangers = strangers(pointer + OUTCOMES, outcomes, knownOutcomes, "not an outcome of the product");
        var code = strangers.isEmpty() ? ErrorCode.RELEASE_NOT_OF_PRODUCT : ErrorCode.OUTCOME_NOT_OF_PRODUCT;
        strangers.addAll(strangers(pointer + RELEASES, releases, knownReleases, "not a release of the product"));
        if (!strangers.isEmpty()) {
            throw new DomainException(code, "The selection names what is not of the product.", strangers);
        }
    }

    private static <T> Set<T> union(List<Blueprint> products, Function<Blueprint, Set<T>> of) {
        return products.stream().map(of).flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static <T> List<Fault> strangers(String pointer, Set<T> chosen, Set<T> known, String message) {
        var strangers = new ArrayList<Fault>();
        int i = 0;
        for (var id : chosen) {
            if (!known.contains(id)) {
                strangers.add(new Fault(pointer + "/" + i, Fault.Code.REFERENCE, message));
            }
            i++;
        }
        return strangers;
    }
}
