package dev.cairn.domain.adoption;

/**
 * What a roll-out did to a plan, or in a dry run would do.
 *
 * @param changed whether anything of the plan differed
 * @param counts how many tasks were touched
 */
public record RollOutOutcome(boolean changed, SyncCounts counts) {
    /** What a synchronisation by this difference comes to. */
    public static RollOutOutcome of(SyncDiff diff) {
        return new RollOutOutcome(!diff.isEmpty(), diff.counts());
    }
}
