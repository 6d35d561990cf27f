package dev.cairn.application.jobs.published;

/**
 * What came of a turn.
 *
 * @param advanced whether anything was done, well or not
 * @param finished whether nothing of the job is left
 */
public record TurnEnd(boolean advanced, boolean finished) {
    /** Nothing was done. */
    public static final TurnEnd IN_VAIN = new TurnEnd(false, false);
}
