package dev.cairn.application.adoption.view;

/**
 * A task after a change, and what became of its plan: all that a page must repaint.
 *
 * @param task the task
 * @param plan its plan
 */
public record TaskChange(TaskView task, PlanView plan) {}
