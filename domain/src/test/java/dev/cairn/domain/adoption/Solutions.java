package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.SolutionBlueprint;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.SolutionId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Solutions for tests: {@code aSolution(own, edge, cloud)} holds two products. */
public final class Solutions {
    private Solutions() {}

    /** What is a solution's own, to be built like a product. */
    public static Products ownOf(String name) {
        return Products.aProduct()
                .identified(new SolutionId(AdoptionFixtures.id()))
                .named(name);
    }

    public static SolutionBlueprint aSolution(Blueprint own, Blueprint... products) {
        return new SolutionBlueprint(
                own,
                Arrays.stream(products).map(Blueprint::ofProduct).toList(),
                List.of(products),
                Arrays.stream(products).collect(Collectors.toMap(Blueprint::ofProduct, Function.identity())));
    }

    /** The assignment of the solution to some customer, with no event pending. */
    public static SolutionAssignment assigned(
            SolutionBlueprint solution, Entitlement entitlement, ProductOverride... overrides) {
        var assignment = SolutionAssignment.assign(
                new AssignmentId(AdoptionFixtures.id()),
                new CustomerId(AdoptionFixtures.id()),
                solution,
                Optional.empty(),
                entitlement,
                List.of(overrides),
                Optional.empty(),
                ANNA,
                MONDAY);
        assignment.takeEvents();
        return assignment;
    }

    public static SolutionAssignment assigned(SolutionBlueprint solution) {
        return assigned(solution, AdoptionFixtures.everythingOf(LicenseLevel.ESSENTIAL));
    }
}
