package dev.cairn.application.adoption.sync.view;

import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.domain.adoption.SyncCounts;

/**
 * A plan after it was synchronised, or after that was taken back.
 *
 * @param changed whether anything of it changed; the product version that it knows aside
 * @param counts how many tasks were touched; after taking back, those of the synchronisation that was taken back
 * @param plan the plan
 */
public record SyncedPlan(boolean changed, SyncCounts counts, PlanView plan) {}
