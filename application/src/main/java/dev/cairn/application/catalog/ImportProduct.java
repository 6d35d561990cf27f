package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ImportedProduct;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.catalog.ProductDocument;
import dev.cairn.domain.shared.ProductId;

/** Somebody brings a document into a product that is there. */
public interface ImportProduct extends UseCase<ImportProduct.Command, ImportedProduct> {
    /** The document, and how it enters. */
    record Command(ProductId product, ProductDocument document, Product.Mode mode) implements ProductChange.OfOne {}
}
