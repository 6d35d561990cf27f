package dev.cairn.application.jobs.published;

import dev.cairn.domain.shared.JobId;

/** Hears of failures in the background that nobody waits for the answer of. */
@FunctionalInterface
public interface JobWatch {
    /** Something failed that nobody foresaw; the job goes on or is tried again. */
    void failed(JobId job, Throwable failure);
}
