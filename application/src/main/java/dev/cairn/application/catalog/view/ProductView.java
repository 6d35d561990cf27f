package dev.cairn.application.catalog.view;

import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.catalog.ProductTask;
import dev.cairn.domain.shared.Weight;
import java.math.BigDecimal;
import java.util.List;

/**
 * A product as it is shown, whole.
 *
 * @param product its state
 */
public record ProductView(Product.Snapshot product) {
    /** How many tasks it has. */
    public int taskCount() {
        return product.tasks().size();
    }

    /** What its tasks weigh together, 0 to 100, two decimals. */
    public BigDecimal totalWeight() {
        return product.tasks().stream()
                .map(ProductTask::weight)
                .map(Weight::value)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** Its tasks in sequence. */
    public List<ProductTaskView> tasks() {
        return product.tasks().stream().map(this::show).toList();
    }

    /** One of its outcomes, releases or tags. */
    public <P extends Part<?>> PartView<P> show(P part) {
        return new PartView<>(part, product.version());
    }

    /** One of its tasks. */
    public ProductTaskView show(ProductTask task) {
        return new ProductTaskView(
                task,
                product.outcomes().stream()
                        .filter(outcome -> task.outcomes().contains(outcome.id()))
                        .toList(),
                product.releases().stream()
                        .filter(release -> task.releases().contains(release.id()))
                        .toList(),
                product.tags().stream()
                        .filter(tag -> task.tags().contains(tag.id()))
                        .toList(),
                product.version());
    }
}
