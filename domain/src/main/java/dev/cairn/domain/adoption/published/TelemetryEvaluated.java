package dev.cairn.domain.adoption.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tasks of a plan were judged by their telemetry, and some moved: their status, or what is suggested for them.
 *
 * @param occurrence which plan, when; the actor is automation
 * @param tasks how many tasks were judged
 * @param moved what it came to for those that moved
 * @param batch the batch of values behind it, where there is one
 */
public record TelemetryEvaluated(Occurrence occurrence, int tasks, List<Verdict> moved, Optional<UUID> batch)
        implements DomainEvent {
    /**
     * What it came to for one task.
     *
     * @param from its status before
     * @param to the status telemetry sees; a suggestion where a person has the say
     * @param rule the number of the rule that decided, 1 to 8
     * @param mode who has the say: in AUTO it became the status, in MANUAL it is suggested
     */
    public record Verdict(TaskId task, TaskStatus from, TaskStatus to, int rule, StatusMode mode) {
        private Map<String, Object> data() {
            return Map.of(
                    "taskId",
                    task.value().toString(),
                    "from",
                    from.name(),
                    "to",
                    to.name(),
                    "rule",
                    rule,
                    "mode",
                    mode.name());
        }
    }

    public TelemetryEvaluated {
        moved = List.copyOf(moved);
    }

    @Override
    public String type() {
        return "telemetry.evaluated";
    }

    @Override
    public Changes changes() {
        return new Changes(Map.of(), data());
    }

    @Override
    public Map<String, Object> data() {
        var data = new HashMap<String, Object>();
        data.put("tasks", tasks);
        data.put("changes", moved.stream().map(Verdict::data).toList());
        batch.ifPresent(id -> data.put("batchId", id.toString()));
        return data;
    }
}
