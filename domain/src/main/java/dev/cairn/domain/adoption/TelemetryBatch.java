package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryValueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Values that come in together. Each is taken by itself: one that cannot be taken stops no other, and one that is there
 * already is not stored again.
 */
public final class TelemetryBatch {
    /** The most values of one batch. */
    public static final int MAX = 10_000;

    private final Optional<UUID> id;
    private final boolean fullFile;
    private final Set<PlanId> counted;
    private final Instant now;
    private final Supplier<UUID> ids;
    private final Map<Seen, TelemetryValue> bySight = new HashMap<>();
    private final Map<Keyed, TelemetryValue> byKey = new HashMap<>();
    private final List<TelemetryValue> stored = new ArrayList<>();

    private record Seen(TelemetryAttributeId attribute, Instant observedAt, JsonValue value) {}

    private record Keyed(TelemetryAttributeId attribute, String dedupeKey) {}

    /**
     * What became of a value.
     *
     * @param value the value as it is stored
     * @param duplicate whether it was there already, be it from the same batch
     */
    public record Taken(TelemetryValue value, boolean duplicate) {}

    /**
     * A batch at its beginning.
     *
     * @param id by which whoever sends it knows it again; absent for a single value
     * @param fullFile whether it holds all there is to say of every plan it has a value for
     * @param known the values stored so far that could be the same as some of these
     * @param ids makes the ids of values, ascending
     */
    public TelemetryBatch(
            Optional<UUID> id, boolean fullFile, Collection<TelemetryValue> known, Supplier<UUID> ids, Instant now) {
        this(id, fullFile, Set.of(), known, ids, now);
    }

    /**
     * A batch that may have come before.
     *
     * @param counted the plans that it was counted for as a full file already: what it says again of them is nothing new
     */
    public TelemetryBatch(
            Optional<UUID> id,
            boolean fullFile,
            Set<PlanId> counted,
            Collection<TelemetryValue> known,
            Supplier<UUID> ids,
            Instant now) {
        this.id = id;
        this.fullFile = fullFile;
        this.counted = Set.copyOf(counted);
        this.ids = ids;
        this.now = now;
        known.forEach(this::know);
    }

    /**
     * How many values a batch may have.
     *
     * @throws DomainException VALIDATION_ERROR with LENGTH when there are none or more than {@link #MAX}
     */
    public static void requireSize(int values) {
        if (values < 1 || values > MAX) {
            throw new DomainException(
                    ErrorCode.VALIDATION_ERROR,
                    "The request has a fault.",
                    new Fault("/values", Fault.Code.LENGTH, "1 to " + MAX + " values"));
        }
    }

    /**
     * Takes a value of one of the task's attributes, and lets the task see it.
     *
     * @throws DomainException TELEMETRY_ATTRIBUTE_NOT_FOUND when the task has no such attribute, INVALID_TELEMETRY_VALUE
     *     when the attribute does not take it; nothing happened then
     */
    public Taken take(CustomerTask task, TelemetryAttributeId attribute, ReportedValue reported) {
        var measured = task.attribute(attribute)
                .orElseThrow(() -> new DomainException(
                        ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND, "The task has no such telemetry attribute."));
        var value = TelemetryValue.taken(new TelemetryValueId(ids.get()), measured, reported, id, now);
        var same = same(value).or(() -> latest(measured, value));
        if (same.isPresent()) {
            if (fullFile && !counted.contains(task.plan())) {
                task.hearAgain(attribute, same.get().id(), now);
            }
            return new Taken(same.get(), true);
        }
        know(value);
        stored.add(value);
        task.observe(attribute, value.observation());
        return new Taken(value, false);
    }

    private Optional<TelemetryValue> same(TelemetryValue value) {
        return value.dedupeKey()
                .map(key -> byKey.get(new Keyed(value.attribute(), key)))
                .or(() -> Optional.ofNullable(bySight.get(sight(value))));
    }

    /** The history may have let go of the latest value; the attribute still knows it, save for what was said about it. */
    private static Optional<TelemetryValue> latest(TelemetryAttribute measured, TelemetryValue value) {
        return measured.reading()
                .latest()
                .filter(seen -> seen.observedAt().equals(value.observedAt())
                        && seen.value().equals(value.value()))
                .map(seen -> new TelemetryValue(
                        seen.id(),
                        value.attribute(),
                        seen.value(),
                        value.source(),
                        Optional.empty(),
                        Optional.empty(),
                        seen.observedAt(),
                        seen.receivedAt(),
                        Optional.empty()));
    }

    private void know(TelemetryValue value) {
        bySight.putIfAbsent(sight(value), value);
        value.dedupeKey().ifPresent(key -> byKey.putIfAbsent(new Keyed(value.attribute(), key), value));
    }

    private static Seen sight(TelemetryValue value) {
        return new Seen(value.attribute(), value.observedAt(), value.value());
    }

    /** The values that were not there before, in the order taken. */
    public List<TelemetryValue> stored() {
        return List.copyOf(stored);
    }

    /** By which whoever sends it knows it again. */
    public Optional<UUID> id() {
        return id;
    }
}
