package dev.cairn.application.catalog.view;

import dev.cairn.domain.catalog.Part;

/**
 * An outcome, a release or a tag as it is shown.
 *
 * @param productVersion the version of the product that it was read from; a part has none of its own
 */
public record PartView<P extends Part<?>>(P part, long productVersion) {}
