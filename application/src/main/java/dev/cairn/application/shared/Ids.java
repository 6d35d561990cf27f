package dev.cairn.application.shared;

import java.util.UUID;

/** Makes new ids. */
@FunctionalInterface
public interface Ids {
    /** A new UUIDv7, greater than every id made before it in this process. */
    UUID next();
}
