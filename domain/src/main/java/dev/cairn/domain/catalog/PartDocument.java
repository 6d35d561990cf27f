package dev.cairn.domain.catalog;

import java.util.Optional;

/** What a document says of a part that can be made of its own words alone. */
public interface PartDocument<I, P extends Part<I>> extends Keyed {
    /**
     * The part that the document speaks of.
     *
     * @param base the part whose values hold where the document says nothing; absent means the defaults hold
     */
    P part(I id, PartKey key, Optional<P> base);
}
