package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Facet;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.shared.ProductId;

/** Somebody takes an outcome, a release or a tag out of a product, and so out of its tasks. */
public interface RemoveProductPart extends UseCase<RemoveProductPart.Command<?, ?>, ProductView> {
    /** Which part. */
    record Command<I, P extends Part<I>>(ProductId product, Facet<I, P> facet, I part) implements ProductChange.OfOne {
        @Override
        public void seek(Product aggregate) {
            aggregate.part(facet, part);
        }
    }
}
