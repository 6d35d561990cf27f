package dev.cairn.application.catalog.view;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A product as it came out of a document.
 *
 * @param weightsNormalizedFrom what its weights summed to before they were scaled to 100, where they were
 */
public record ImportedProduct(ProductView product, Optional<BigDecimal> weightsNormalizedFrom) {}
