package dev.cairn.domain.adoption.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Telemetry values for tasks of a plan were stored.
 *
 * @param occurrence which plan, by whom, when
 * @param values how many, from 1; those that were there already are not counted
 * @param batch the batch they came in, where there is one
 */
public record ValuesRecorded(Occurrence occurrence, int values, Optional<UUID> batch) implements DomainEvent {
    @Override
    public String type() {
        return "telemetry.values_recorded";
    }

    @Override
    public Changes changes() {
        return new Changes(Map.of(), data());
    }

    @Override
    public Map<String, Object> data() {
        var data = new HashMap<String, Object>();
        data.put("values", values);
        batch.ifPresent(id -> data.put("batchId", id.toString()));
        return data;
    }
}
