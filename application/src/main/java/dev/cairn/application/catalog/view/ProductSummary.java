package dev.cairn.application.catalog.view;

import dev.cairn.domain.catalog.ProductDetails;
import dev.cairn.domain.shared.OfferingId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A product or a solution as it stands in a list.
 *
 * @param version the version of the catalogue that plans refer to
 * @param taskCount how many tasks it has
 * @param totalWeight what they weigh together, 0 to 100, two decimals
 * @param archivedAt since when nobody can be assigned to it any more
 */
public record ProductSummary(
        OfferingId id,
        ProductDetails details,
        long version,
        int taskCount,
        BigDecimal totalWeight,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> archivedAt) {}
