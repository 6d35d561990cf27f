package dev.cairn.application.catalog.view;

import dev.cairn.domain.catalog.Outcome;
import dev.cairn.domain.catalog.ProductTag;
import dev.cairn.domain.catalog.ProductTask;
import dev.cairn.domain.catalog.Release;
import java.util.List;

/**
 * A task as it is shown, with what it refers to.
 *
 * @param outcomes what it refers to, in the order of the product; releases and tags likewise
 * @param productVersion the version of the product that it was read from; a part has none of its own
 */
public record ProductTaskView(
        ProductTask task, List<Outcome> outcomes, List<Release> releases, List<ProductTag> tags, long productVersion) {
    public ProductTaskView {
        outcomes = List.copyOf(outcomes);
        releases = List.copyOf(releases);
        tags = List.copyOf(tags);
    }
}
