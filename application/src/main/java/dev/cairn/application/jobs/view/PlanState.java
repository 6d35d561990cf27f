package dev.cairn.application.jobs.view;

/** How far a job is with a plan. */
public enum PlanState {
    WAITING,
    DONE,
    FAILED
}
