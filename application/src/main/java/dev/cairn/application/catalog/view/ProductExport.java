package dev.cairn.application.catalog.view;

import dev.cairn.domain.catalog.ProductDocument;

/**
 * A product as the document that import takes.
 *
 * @param productVersion the version of the product that it was made of; a document has none of its own
 */
public record ProductExport(ProductDocument document, long productVersion) {}
