package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Facet;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.shared.OfferingId;

/** Somebody takes an outcome, a release or a tag out of a product or a solution, and so out of its tasks. */
public interface RemoveProductPart extends UseCase<RemoveProductPart.Command<?, ?>, ProductView> {
    /** Which part. */
    record Command<I, P extends Part<I>>(OfferingId offering, Facet<I, P> facet, I part)
            implements OfferingChange.OfOne {
        @Override
        public void seek(Offering aggregate) {
            aggregate.part(facet, part);
        }
    }
}
