package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.shared.TelemetryValueId;
import dev.cairn.domain.telemetry.published.Criterion;
import dev.cairn.domain.telemetry.published.DataType;
import dev.cairn.domain.telemetry.published.Freshness;
import dev.cairn.domain.telemetry.published.Observation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be measured about a customer's task: the copy of a telemetry definition.
 *
 * @param id the copy's own id, by which values are recorded
 * @param originalAttributeId the definition it was copied from; it may be gone
 * @param name unique in the task
 * @param dataType what sort of values it takes
 * @param required whether the task is done only when this one is met
 * @param successCriteria when the task counts as done by this value; absent only while inactive
 * @param order its place among the task's attributes; ties go by name
 * @param active whether it takes part in the evaluation
 * @param reading what is known of it
 */
public record TelemetryAttribute(
        TelemetryAttributeId id,
        TelemetryDefinitionId originalAttributeId,
        String name,
        Optional<String> description,
        DataType dataType,
        boolean required,
        Optional<Criterion> successCriteria,
        int order,
        boolean active,
        Reading reading) {
    /** By order, ties by name. */
    public static final Comparator<TelemetryAttribute> BY_ORDER =
            Comparator.comparingInt(TelemetryAttribute::order).thenComparing(TelemetryAttribute::name);

    /** A copy of the definition as it is now. */
    static TelemetryAttribute copied(TelemetryAttributeId id, Blueprint.Telemetry source) {
        return new TelemetryAttribute(
                id,
                source.id(),
                source.name(),
                source.description(),
                source.dataType(),
                source.required(),
                source.successCriteria(),
                source.order(),
                source.active(),
                Reading.NONE);
    }

    /**
     * The value as this attribute keeps it.
     *
     * @throws DomainException INVALID_TELEMETRY_VALUE when it does not fit the data type
     */
    public JsonValue accept(JsonValue written) {
        return dataType.read(written)
                .orElseThrow(() -> new DomainException(
                        ErrorCode.INVALID_TELEMETRY_VALUE,
                        "\"" + name + "\" takes " + dataType + ", not " + written.brief() + ".",
                        new Fault("/value", Fault.Code.TYPE, "must be a " + dataType)));
    }

    /** What it says at an instant. */
    Finding look(Freshness freshness, Instant now) {
        var latest = reading.latest();
        return new Finding(
                this,
                latest.flatMap(seen -> successCriteria.map(criteria -> criteria.evaluate(seen.value(), now))),
                latest.map(freshness::covers).orElse(false));
    }

    /** The same attribute with another reading. */
    TelemetryAttribute reading(Reading other) {
        return new TelemetryAttribute(
                id, originalAttributeId, name, description, dataType, required, successCriteria, order, active, other);
    }

    /** Whether both say the same of what is measured, whatever was read. */
    public boolean isDefinedLike(TelemetryAttribute other) {
        return reading(other.reading).equals(other);
    }

    /** What of it differs from its definition, under the names that clients know. */
    List<FieldChange> until(Blueprint.Telemetry definition) {
        return new FieldChange.Comparison()
                .field("name", name, definition.name())
                .field("description", description, definition.description())
                .field("dataType", dataType.name(), definition.dataType().name())
                .field("isRequired", required, definition.required())
                .field("successCriteria", written(successCriteria), written(definition.successCriteria()))
                .field("order", order, definition.order())
                .field("isActive", active, definition.active())
                .done();
    }

    private static Optional<Object> written(Optional<Criterion> criteria) {
        return criteria.map(it -> it.toJson().members());
    }

    /** The copy after its definition; what was read stays. */
    TelemetryAttribute following(Blueprint.Telemetry definition) {
        return copied(id, definition).reading(reading);
    }

    /** The copy after its definition went: it takes no part in the evaluation any more, what was read stays. */
    TelemetryAttribute inactive() {
        return new TelemetryAttribute(
                id, originalAttributeId, name, description, dataType, required, successCriteria, order, false, reading);
    }

    /** After it was looked at. */
    TelemetryAttribute looked(Finding found, Instant now) {
        return reading(new Reading(reading.latest(), found.met(), found.fresh(), Optional.of(now)));
    }

    /** After something was seen; what is older than the latest value changes nothing. */
    TelemetryAttribute seeing(Observation seen) {
        return reading.latest().map(seen::isAfter).orElse(true) ? reading(reading.with(seen)) : this;
    }

    /** After its latest value was said once more; another value changes nothing. */
    TelemetryAttribute hearingAgain(TelemetryValueId value, Instant at) {
        return reading.latest()
                .filter(latest -> latest.id().equals(value))
                .map(latest -> reading(reading.with(latest.saidAgain(at))))
                .orElse(this);
    }
}
