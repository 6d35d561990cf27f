package dev.cairn.benchmarks.load;

/** Where the load takes its requests from. Asked by one thread alone. */
@FunctionalInterface
public interface Requests {
    /**
     * Writes the next request.
     *
     * @return false when there are no more
     */
    boolean next(RequestBuffer into);
}
