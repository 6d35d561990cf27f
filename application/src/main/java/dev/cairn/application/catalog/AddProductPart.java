package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.PartView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Facet;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.PartDocument;
import dev.cairn.domain.shared.OfferingId;

/** Somebody adds an outcome, a release or a tag to a product or a solution. */
public interface AddProductPart extends UseCase<AddProductPart.Command<?, ?>, PartView<?>> {
    /** What sort of part, and what it is to be. */
    record Command<I, P extends Part<I>>(OfferingId offering, Facet<I, P> facet, PartDocument<I, P> document)
            implements OfferingChange.OfOne {}
}
