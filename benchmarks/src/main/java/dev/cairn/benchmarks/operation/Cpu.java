package dev.cairn.benchmarks.operation;

import dev.cairn.benchmarks.place.Kernel;

/**
 * Seconds on a core.
 *
 * @param service of the service
 * @param database of PostgreSQL with all its processes
 * @param generator of this program, which makes the load
 */
public record Cpu(double service, double database, double generator) {
    /** None yet. */
    public static final Cpu NONE = new Cpu(0, 0, 0);

    /** Since the processes began. */
    static Cpu now(Bench bench) {
        return new Cpu(
                Kernel.cpu(bench.service().pid()),
                Kernel.cpuOfFamily(bench.server().pid()),
                Kernel.cpu(ProcessHandle.current().pid()));
    }

    /** What went by since an earlier look. */
    static Cpu since(Cpu earlier, Bench bench) {
        var now = now(bench);
        return new Cpu(
                now.service - earlier.service, now.database - earlier.database, now.generator - earlier.generator);
    }

    /** Both. */
    public Cpu plus(Cpu other) {
        return new Cpu(service + other.service, database + other.database, generator + other.generator);
    }
}
