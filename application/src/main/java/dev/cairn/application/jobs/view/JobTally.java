package dev.cairn.application.jobs.view;

import java.util.List;

/**
 * What was done of a job; summed up when it is read, so that it cannot drift.
 *
 * @param total how many plans it is about
 * @param done how many of them are through, well or not
 * @param failed how many of them failed
 * @param changed how many of them had anything to change
 * @param added how many tasks were added in all
 * @param restored how many tasks came back in all
 * @param archived how many tasks were put away in all
 * @param updated how many tasks followed their source in all
 * @param failures the first that failed, by plan, {@link #MOST} at most
 * @param plans the first that went well, by plan, {@link #MOST} at most
 */
public record JobTally(
        int total,
        int done,
        int failed,
        int changed,
        long added,
        long restored,
        long archived,
        long updated,
        List<PlanResult> failures,
        List<PlanResult> plans) {
    /** The most plans of either sort that are told with the job; the others are read page by page. */
    public static final int MOST = 200;

    /** Of a job that is about nothing. */
    public static final JobTally NONE = new JobTally(0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

    public JobTally {
        failures = List.copyOf(failures);
        plans = List.copyOf(plans);
    }
}
