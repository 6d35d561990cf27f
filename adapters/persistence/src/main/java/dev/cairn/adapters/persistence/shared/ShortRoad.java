package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.adoption.AssignProduct;
import dev.cairn.application.adoption.ChangeAssignment;
import dev.cairn.application.adoption.ChangeTaskStatus;
import dev.cairn.application.adoption.ChangeTaskStatuses;
import dev.cairn.application.adoption.RemoveAssignment;
import dev.cairn.application.adoption.RestoreAssignment;
import dev.cairn.application.adoption.SaveFilterPreference;
import dev.cairn.application.adoption.rollout.RollOutProduct;
import dev.cairn.application.adoption.rollout.RollOutWork;
import dev.cairn.application.adoption.solution.AssignSolution;
import dev.cairn.application.adoption.solution.BeginSolutionSync;
import dev.cairn.application.adoption.solution.ChangeSolutionAssignment;
import dev.cairn.application.adoption.solution.FinishSolutionSync;
import dev.cairn.application.adoption.solution.JoinSolution;
import dev.cairn.application.adoption.solution.PreviewSolutionSync;
import dev.cairn.application.adoption.solution.RemoveSolutionAssignment;
import dev.cairn.application.adoption.sync.PreviewPlanSync;
import dev.cairn.application.adoption.sync.SyncPlan;
import dev.cairn.application.adoption.sync.UndoPlanSync;
import dev.cairn.application.adoption.telemetry.EvaluatePlan;
import dev.cairn.application.adoption.telemetry.EvaluateTask;
import dev.cairn.application.adoption.telemetry.ImportPlanTelemetry;
import dev.cairn.application.adoption.telemetry.RecordPlanTelemetry;
import dev.cairn.application.adoption.telemetry.RecordTelemetryValue;
import dev.cairn.application.adoption.telemetry.RecordTelemetryValues;
import dev.cairn.application.adoption.telemetry.ResetTaskToTelemetry;
import dev.cairn.application.adoption.telemetry.SimulateCriteria;
import dev.cairn.application.customer.ActivateCustomer;
import dev.cairn.application.customer.CreateCustomer;
import dev.cairn.application.customer.DeactivateCustomer;
import dev.cairn.application.customer.DeleteCustomer;
import dev.cairn.application.customer.MoveLifecycle;
import dev.cairn.application.customer.SuspendCustomer;
import dev.cairn.application.customer.UpdateCustomer;
import dev.cairn.application.jobs.CancelJob;
import dev.cairn.application.jobs.JobPurge;
import dev.cairn.application.jobs.JobWorker;
import java.util.Set;

/**
 * The commands whose ports are all served by plain SQL. They run on a connection of their own, two flights each; every
 * other command runs in a Hibernate Reactive session.
 */
final class ShortRoad {
    private static final Set<Class<?>> COMMANDS = Set.of(
            ActivateCustomer.Command.class,
            CreateCustomer.Command.class,
            DeactivateCustomer.Command.class,
            DeleteCustomer.Command.class,
            MoveLifecycle.Command.class,
            SuspendCustomer.Command.class,
            UpdateCustomer.Command.class,
            AssignProduct.Command.class,
            ChangeAssignment.Command.class,
            RemoveAssignment.Command.class,
            RestoreAssignment.Command.class,
            SaveFilterPreference.Command.class,
            AssignSolution.Command.class,
            ChangeSolutionAssignment.Command.class,
            RemoveSolutionAssignment.Command.class,
            PreviewSolutionSync.Command.class,
            BeginSolutionSync.Command.class,
            JoinSolution.Command.class,
            FinishSolutionSync.Command.class,
            PreviewPlanSync.Command.class,
            SyncPlan.Command.class,
            UndoPlanSync.Command.class,
            ChangeTaskStatus.Command.class,
            ChangeTaskStatuses.Command.class,
            RecordTelemetryValue.Command.class,
            RecordTelemetryValues.Command.class,
            RecordPlanTelemetry.Command.class,
            ImportPlanTelemetry.Command.class,
            EvaluateTask.Command.class,
            EvaluatePlan.Command.class,
            ResetTaskToTelemetry.Command.class,
            SimulateCriteria.Command.class,
            RollOutProduct.Command.class,
            RollOutWork.class,
            JobWorker.class,
            CancelJob.Command.class,
            JobPurge.class);

    private ShortRoad() {}

    static boolean isFor(Class<?> command) {
        return COMMANDS.contains(command);
    }
}
