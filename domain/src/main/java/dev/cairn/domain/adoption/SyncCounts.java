package dev.cairn.domain.adoption;

/**
 * How many tasks of a plan a synchronisation touches. A task that is restored and differs from its source counts in both.
 *
 * @param added how many enter the plan
 * @param restored how many come back from the archive
 * @param archived how many are put away
 * @param updated how many follow their source in some field or in their telemetry
 */
public record SyncCounts(int added, int restored, int archived, int updated) {
    /** Nothing at all. */
    public static final SyncCounts NONE = new SyncCounts(0, 0, 0, 0);
}
