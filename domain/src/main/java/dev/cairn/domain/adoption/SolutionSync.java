package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.SolutionBlueprint;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a synchronisation of a solution as a whole would do. It is a value: to make it changes nothing.
 *
 * @param own what it would do to the plan of the solution's own tasks
 * @param staying what it would do to the plans of the products that stay part of it, in the solution's order
 * @param joining the products that came into the solution since, in its order; the customer gets them
 * @param leaving the assignments of products that left the solution since; the customer keeps them, by themselves
 */
public record SolutionSync(
        AdoptionPlan.Preview own,
        List<Staying> staying,
        List<Blueprint> joining,
        List<ProductAssignment.Snapshot> leaving) {
    public SolutionSync {
        staying = List.copyOf(staying);
        joining = List.copyOf(joining);
        leaving = List.copyOf(leaving);
    }

    /** A product that stays part of the solution. */
    public record Staying(ProductId product, AssignmentId assignment, PlanId plan, AdoptionPlan.Preview preview) {}

    /** A plan with all its tasks, those in the archive too. */
    public record Whole(AdoptionPlan plan, List<CustomerTask> tasks) {}

    /**
     * Looks at the whole.
     *
     * @param managed the products that the assignment manages so far
     * @param plans the plan of the solution's own tasks and those of the managed products, by their assignments
     * @param now the solution as it is now, and every product that the assignment manages
     * @throws DomainException TASK_ARCHIVED when the assignment was removed
     */
    public static SolutionSync of(
            SolutionAssignment assignment,
            List<ProductAssignment> managed,
            Map<AssignmentId, Whole> plans,
            SolutionBlueprint now) {
        var members = SolutionMembership.of(managed, now);
        var own = whole(plans, assignment);
        return new SolutionSync(
                own.plan().preview(own.tasks(), now.own(), assignment.entitlementTo(now.own())),
                members.staying().stream()
                        .map(product -> preview(product, whole(plans, product), now.source(product.product())))
                        .toList(),
                members.joining(),
                members.leaving().stream().map(ProductAssignment::snapshot).toList());
    }

    private static Staying preview(ProductAssignment product, Whole whole, Blueprint source) {
        return new Staying(
                product.product(),
                product.id(),
                whole.plan().id(),
                whole.plan().preview(whole.tasks(), source, product.entitlementTo(source)));
    }

    private static Whole whole(Map<AssignmentId, Whole> plans, Assignment of) {
        return Optional.ofNullable(plans.get(of.id()))
                .orElseThrow(() -> new IllegalStateException("not all plans of the solution are at hand"));
    }

    /** By which the synchronisation can be held to it. */
    public PreviewToken token() {
        return PreviewToken.of(
                Stream.concat(
                                Stream.of(own.token()),
                                staying.stream().map(part -> part.preview().token()))
                        .toList(),
                Stream.concat(
                                joining.stream().map(product -> "+" + product.product() + "@" + product.version()),
                                leaving.stream().map(product -> "-" + product.id()))
                        .toList());
    }

    /**
     * Holds a token that somebody brought against this.
     *
     * @throws DomainException PREVIEW_OUTDATED when it is of another preview
     */
    public void require(PreviewToken expected) {
        expected.requireSameAs(token());
    }

    /** The products that are to come, by their ids. */
    public List<ProductId> joiningIds() {
        return joining.stream().map(Blueprint::ofProduct).toList();
    }

    /** Whether anything would change. */
    public boolean isEmpty() {
        return joining.isEmpty()
                && leaving.isEmpty()
                && Stream.concat(Stream.of(own), staying.stream().map(Staying::preview))
                        .allMatch(preview -> preview.diff().isEmpty());
    }
}
