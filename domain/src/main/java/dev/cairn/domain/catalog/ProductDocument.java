package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.ProductId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A product or a solution as one document: what import takes and export gives. Keys, no ids, no figures, save the ids of the
 * products that a solution holds.
 *
 * @param products the products that the solution is to hold, in order, each once; absent when the document does not say,
 *     as that of a product never does
 */
public record ProductDocument(
        ProductDetails details,
        List<OutcomeDocument> outcomes,
        List<ReleaseDocument> releases,
        List<TagDocument> tags,
        List<TaskDocument> tasks,
        Optional<List<ProductId>> products) {
    public ProductDocument {
        outcomes = List.copyOf(outcomes);
        releases = List.copyOf(releases);
        tags = List.copyOf(tags);
        tasks = List.copyOf(tasks);
        products = products.map(List::copyOf);
    }

    /** A document as somebody wrote it, unchecked. The details stand beside the lists, not in an object of their own. */
    public record Draft(
            ProductDetails.Draft details,
            List<OutcomeDocument.Draft> outcomes,
            List<ReleaseDocument.Draft> releases,
            List<TagDocument.Draft> tags,
            List<TaskDocument.Draft> tasks,
            Optional<List<ProductId>> products) {}

    /** Checks a draft as a whole; fails with VALIDATION_ERROR and every fault of it. */
    public static ProductDocument of(Draft draft) {
        var faults = new Faults();
        var fields = new Fields(faults, "");
        var document = new ProductDocument(
                ProductDetails.checked(draft.details(), fields),
                fields.list(
                        "/outcomes",
                        draft.outcomes(),
                        Limits.PARTS,
                        (outcome, at) -> OutcomeDocument.checked(outcome, new Fields(faults, at))),
                fields.list(
                        "/releases",
                        draft.releases(),
                        Limits.PARTS,
                        (release, at) -> ReleaseDocument.checked(release, new Fields(faults, at))),
                fields.list(
                        "/tags",
                        draft.tags(),
                        Limits.PARTS,
                        (tag, at) -> TagDocument.checked(tag, new Fields(faults, at))),
                fields.list(
                        "/tasks", draft.tasks(), Limits.TASKS, (task, at) -> TaskDocument.checked(task, at, faults)),
                draft.products());
        fields.eachOnce("/outcomes", document.outcomes, true);
        fields.eachOnce("/releases", document.releases, true);
        fields.eachOnce("/tags", document.tags, true);
        fields.eachOnce("/tasks", document.tasks, false);
        document.eachPlaceOnce(faults);
        document.products.ifPresent(products -> Solution.eachOnce("/productIds", products, faults));
        faults.orThrow();
        return document;
    }

    private void eachPlaceOnce(Faults faults) {
        var taken = new HashSet<Integer>();
        for (int i = 0; i < tasks.size(); i++) {
            var pointer = "/tasks/" + i + "/sequenceNumber";
            tasks.get(i)
                    .sequenceNumber()
                    .filter(place -> !taken.add(place))
                    .ifPresent(place -> faults.add(pointer, Fault.Code.DUPLICATE, "another task has this place"));
        }
    }
}
