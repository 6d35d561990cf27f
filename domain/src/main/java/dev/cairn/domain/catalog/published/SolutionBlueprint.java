package dev.cairn.domain.catalog.published;

import dev.cairn.domain.shared.ProductId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A solution at one version, with products as they are now: what the plans of whoever has it are copied from.
 *
 * @param own what is the solution's own
 * @param held all products that it holds, in its order
 * @param products those of them that are not archived, for nobody gets an archived one any more
 * @param sources all products that were asked for: those that it holds, and those that somebody has of it still
 */
public record SolutionBlueprint(
        Blueprint own, List<ProductId> held, List<Blueprint> products, Map<ProductId, Blueprint> sources) {
    public SolutionBlueprint {
        held = List.copyOf(held);
        products = List.copyOf(products);
        sources = Map.copyOf(sources);
    }

    /** One of the products that were asked for. */
    public Blueprint source(ProductId product) {
        return Objects.requireNonNull(sources.get(product), "a product that was not asked for");
    }
}
