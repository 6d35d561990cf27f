package dev.cairn.domain.catalog;

import java.util.Optional;

/** What a document says of a part, as far as it takes to find the part. */
public interface Keyed {
    /** The part's key; absent when the document leaves it to the product. */
    Optional<PartKey> key();

    /** What people are to call it. */
    String name();
}
