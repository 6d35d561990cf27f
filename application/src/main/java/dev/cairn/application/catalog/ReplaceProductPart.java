package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.PartView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Facet;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.PartDocument;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.shared.ProductId;

/** Somebody rewrites an outcome, a release or a tag of a product. */
public interface ReplaceProductPart extends UseCase<ReplaceProductPart.Command<?, ?>, PartView<?>> {
    /** Which part, and what it is to be; its key stays. */
    record Command<I, P extends Part<I>>(ProductId product, Facet<I, P> facet, I part, PartDocument<I, P> document)
            implements ProductChange.OfOne {
        @Override
        public void seek(Product aggregate) {
            aggregate.part(facet, part);
        }
    }
}
