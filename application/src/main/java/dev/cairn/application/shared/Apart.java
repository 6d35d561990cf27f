package dev.cairn.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Lets work in the background do several things at once: units of work do not nest, so each needs a room of its own. */
public interface Apart {
    /** Runs the work in a room of its own, when somebody subscribes. */
    <T> Uni<T> run(Supplier<Uni<T>> work);
}
