package dev.cairn.adapters.rest.shared;

/** An answer that is one resource: it knows the tag of the state that it shows. */
public interface Tagged {
    /** The tag. */
    EntityTag etag();
}
