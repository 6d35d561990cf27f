package dev.cairn.application.adoption.telemetry.view;

import dev.cairn.application.adoption.view.PlanView;
import java.util.List;

/**
 * What an evaluation came to.
 *
 * @param moves the statuses that changed, or would
 * @param plan the plan after it
 */
public record EvaluatedPlan(List<StatusMove> moves, PlanView plan) {
    public EvaluatedPlan {
        moves = List.copyOf(moves);
    }
}
