package dev.cairn.application.adoption.telemetry.view;

import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;

/** The telemetry of whole plans as it is read. */
public interface PlanTelemetryViews {
    /** All of one plan; as many statements for a thousand tasks as for one. Fails with ADOPTION_PLAN_NOT_FOUND. */
    Uni<PlanTelemetry> ofPlan(ReadScope scope, PlanId plan);
}
