package dev.cairn.application.adoption.view;

import dev.cairn.domain.adoption.ProductAssignment;

/**
 * An assignment as it is shown.
 *
 * @param assignment its state
 * @param plan the plan that belongs to it
 */
public record AssignmentView(ProductAssignment.Snapshot assignment, PlanView plan) {}
