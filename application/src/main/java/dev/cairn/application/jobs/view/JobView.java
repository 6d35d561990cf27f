package dev.cairn.application.jobs.view;

import dev.cairn.domain.jobs.Job;

/** A job, and what was done of it. */
public record JobView(Job.Snapshot job, JobTally tally) {}
