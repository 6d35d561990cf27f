package dev.cairn.application.catalog.view;

import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.OfferingKind;
import java.util.Optional;

/**
 * Which products or solutions are wanted; what is absent does not narrow.
 *
 * @param kind products, or solutions
 * @param archived those that are archived instead of those that are not
 * @param externalId with this key of the caller's own
 * @param text this text anywhere in the name, ignoring case
 */
public record ProductFilter(
        OfferingKind kind, boolean archived, Optional<String> externalId, Optional<FoldedText> text) {}
