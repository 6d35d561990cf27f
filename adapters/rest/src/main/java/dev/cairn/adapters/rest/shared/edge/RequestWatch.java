package dev.cairn.adapters.rest.shared.edge;

import java.time.Duration;
import java.util.Optional;

/** Hears of every request of the API once it has been answered, in words that hold nobody's data. */
@FunctionalInterface
public interface RequestWatch {
    /** The status of a request whose client was gone before the answer was through; none of HTTP's own. */
    int HUNG_UP = 499;

    /** The trace that somebody records the request at hand under, before anything else is known of it; empty when nobody does. */
    default Optional<String> trace() {
        return Optional.empty();
    }

    /**
     * A request has ended.
     *
     * @param method as the client wrote it, so it can be anything
     * @param route the template of the path, or in brackets why there is none
     * @param status of the answer, or {@link #HUNG_UP}
     * @param took from its head to the end of its answer
     */
    void answered(String method, String route, int status, Duration took);
}
