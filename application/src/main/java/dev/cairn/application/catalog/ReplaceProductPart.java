package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.PartView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Facet;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.PartDocument;
import dev.cairn.domain.shared.OfferingId;

/** Somebody rewrites an outcome, a release or a tag of a product or a solution. */
public interface ReplaceProductPart extends UseCase<ReplaceProductPart.Command<?, ?>, PartView<?>> {
    /** Which part, and what it is to be; its key stays. */
    record Command<I, P extends Part<I>>(OfferingId offering, Facet<I, P> facet, I part, PartDocument<I, P> document)
            implements OfferingChange.OfOne {
        @Override
        public void seek(Offering aggregate) {
            aggregate.part(facet, part);
        }
    }
}
