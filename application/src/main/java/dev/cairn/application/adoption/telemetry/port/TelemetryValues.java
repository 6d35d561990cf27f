package dev.cairn.application.adoption.telemetry.port;

import dev.cairn.domain.adoption.ReportedValue;
import dev.cairn.domain.adoption.TelemetryValue;
import dev.cairn.domain.adoption.ValueAddress;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The values of the organisation at hand. Their plan's lock guards them: who holds it knows that nobody else stores the
 * same value meanwhile. Questions are asked at once, before anybody subscribes, and take as many statements for ten
 * thousand as for one.
 */
public interface TelemetryValues {
    /**
     * Where an address leads.
     *
     * @param row the address's place in the list, from 0
     * @param plan the plan, which the caller sees
     * @param tasks how many tasks the address names in it
     * @param task the task, when there is exactly one
     * @param attribute the attribute, when the task has it
     */
    record Place(int row, PlanId plan, int tasks, Optional<TaskId> task, Optional<TelemetryAttributeId> attribute) {}

    /** A value to look for: it is known by its key, or by when it was seen. */
    record Wanted(TelemetryAttributeId attribute, ReportedValue reported) {}

    /** Where the addresses lead, as far as the caller of the work at hand sees; those that lead nowhere are left out. */
    Uni<List<Place>> locate(List<ValueAddress> addresses);

    /** The values that could be the same as some of these: of the same attribute, with the same key or seen at once. */
    Uni<List<TelemetryValue>> known(List<Wanted> wanted);

    /** Those of the plans that this full file was counted for already. */
    Uni<Set<PlanId>> countedFor(UUID batch, Collection<PlanId> plans);

    /** Stores values. */
    Uni<Void> add(List<TelemetryValue> values);

    /** Counts a full file for plans that it was not counted for so far. */
    Uni<Void> count(UUID batch, Collection<PlanId> plans, Instant now);
}
