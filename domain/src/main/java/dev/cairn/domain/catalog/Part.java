package dev.cairn.domain.catalog;

/** Something inside a product that has an identity of its own. */
public interface Part<I> {
    /** Identifies it for the service. */
    I id();

    /** Identifies it in documents. */
    PartKey key();

    /** What people call it. */
    String name();
}
