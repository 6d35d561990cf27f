package dev.cairn.domain.adoption.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.PlanId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The status of a task changed, or only who has the say over it, or only its note. The task's history is made of these.
 *
 * @param occurrence which task, by whom, when
 * @param plan the plan the task belongs to
 * @param from the status before
 * @param to the status after
 * @param mode who has the say after it
 * @param source where the change came from
 * @param note what was said about it
 * @param batch the batch of telemetry values behind it, where there is one
 * @param changes the fields that moved
 */
public record TaskStatusChanged(
        Occurrence occurrence,
        PlanId plan,
        TaskStatus from,
        TaskStatus to,
        StatusMode mode,
        StatusSource source,
        Optional<String> note,
        Optional<UUID> batch,
        Changes changes)
        implements DomainEvent {
    @Override
    public String type() {
        return "adoption.task_status_changed";
    }

    @Override
    public Map<String, Object> data() {
        var data = new HashMap<String, Object>();
        data.put("planId", plan.value().toString());
        data.put("from", from.name());
        data.put("to", to.name());
        data.put("mode", mode.name());
        data.put("source", source.name());
        note.ifPresent(said -> data.put("notes", said));
        batch.ifPresent(id -> data.put("batchId", id.toString()));
        return data;
    }
}
