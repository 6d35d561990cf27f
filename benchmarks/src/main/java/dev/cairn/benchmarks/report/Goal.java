package dev.cairn.benchmarks.report;

import java.util.List;
import java.util.Optional;

/**
 * How far an operation is to come, and how far services come that are written the usual way. Those were measured by us on a
 * machine of two cores, in several runs, over the same schema and without token check, row-level security, outbox or audit.
 *
 * @param key the operation
 * @param ratio what it is to reach
 * @param springLeast Spring Boot with JPA, in its worst run
 * @param springGreatest and in its best
 * @param graphLeast a GraphQL server over the schema with writes as SQL functions, in its worst run
 * @param graphGreatest and in its best
 * @param nodeLeast Node with Prisma and Apollo, in its worst run
 * @param nodeGreatest and in its best
 */
public record Goal(
        String key,
        double ratio,
        double springLeast,
        double springGreatest,
        double graphLeast,
        double graphGreatest,
        double nodeLeast,
        double nodeGreatest) {
    private static final List<Goal> ALL = List.of(
            new Goal("a", 0.40, 0.02, 0.05, 0.04, 0.10, 0.02, 0.05),
            new Goal("b", 0.45, 0.07, 0.15, 0.03, 0.07, 0.03, 0.04),
            new Goal("c", 0.60, 0.14, 0.34, 0.15, 0.33, 0.10, 0.17),
            new Goal("d", 0.95, 0.26, 0.56, 0.54, 0.64, 0.03, 0.03),
            new Goal("e", 0.60, 0.17, 0.34, 0.21, 0.31, 0.07, 0.09),
            new Goal("f", 0.45, 0.08, 0.27, 0.09, 0.11, 0.04, 0.06),
            new Goal("g", 0.90, 0.26, 0.41, 0.75, 0.78, 0.03, 0.03),
            new Goal("h", 0.85, 0.26, 0.28, 0.64, 0.69, 0.05, 0.05));

    /** All goals, by the letters of their operations. */
    public static List<Goal> all() {
        return ALL;
    }

    /** The goal of an operation; a roll-out has none. */
    public static Optional<Goal> of(String key) {
        return ALL.stream().filter(goal -> goal.key.equals(key)).findFirst();
    }

    /** The best that any of the others reached in any run. */
    public double bestOfOthers() {
        return Math.max(springGreatest, Math.max(graphGreatest, nodeGreatest));
    }
}
