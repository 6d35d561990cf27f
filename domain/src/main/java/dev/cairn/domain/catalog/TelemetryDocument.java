package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.telemetry.published.Criterion;
import dev.cairn.domain.telemetry.published.DataType;
import java.util.List;
import java.util.Optional;

/**
 * What a document says of a telemetry definition.
 *
 * @param required false when nobody says
 * @param successCriteria when it is met; absent when nobody says, and when what is said is wrong
 * @param criteriaFaults what is wrong with the criteria, with pointers from the definition on
 * @param order 0 when nobody says
 * @param active true when nobody says
 */
public record TelemetryDocument(
        Optional<PartKey> key,
        String name,
        Optional<String> description,
        DataType dataType,
        Optional<Boolean> required,
        Optional<Criterion> successCriteria,
        List<Fault> criteriaFaults,
        Optional<Integer> order,
        Optional<Boolean> active)
        implements PartDocument<TelemetryDefinitionId, TelemetryDefinition> {
    /** A definition as somebody wrote it, unchecked. */
    public record Draft(
            Optional<String> key,
            Optional<String> name,
            Optional<String> description,
            Optional<DataType> dataType,
            Optional<Boolean> required,
            Optional<JsonObject> successCriteria,
            Optional<Integer> order,
            Optional<Boolean> active) {}

    public TelemetryDocument {
        criteriaFaults = List.copyOf(criteriaFaults);
    }

    static TelemetryDocument checked(Draft draft, Fields fields) {
        var criteria = Criteria.of(draft.successCriteria());
        return new TelemetryDocument(
                fields.key(draft.key()),
                fields.name(draft.name()),
                fields.text("/description", draft.description(), Limits.LONG_TEXT),
                fields.required("/dataType", draft.dataType()).orElse(DataType.JSON),
                draft.required(),
                criteria.criterion(),
                criteria.faults(),
                fields.number("/order", draft.order(), 0, Limits.ORDER),
                draft.active());
    }

    /** Criteria as they were read: faults in them are told only when nothing is wrong with the form of the request. */
    private record Criteria(Optional<Criterion> criterion, List<Fault> faults) {
        static Criteria of(Optional<JsonObject> written) {
            try {
                return new Criteria(written.map(Criterion::parse), List.of());
            } catch (DomainException refused) {
                return new Criteria(
                        Optional.empty(),
                        refused.faults().stream()
                                .map(fault -> fault.under("/successCriteria"))
                                .toList());
            }
        }
    }

    static TelemetryDocument of(TelemetryDefinition definition) {
        return new TelemetryDocument(
                Optional.of(definition.key()),
                definition.name(),
                definition.description(),
                definition.dataType(),
                Optional.of(definition.required()),
                definition.successCriteria(),
                List.of(),
                Optional.of(definition.order()),
                Optional.of(definition.active()));
    }

    @Override
    public TelemetryDefinition part(TelemetryDefinitionId id, PartKey partKey, Optional<TelemetryDefinition> base) {
        return new TelemetryDefinition(
                id,
                partKey,
                name,
                description.or(() -> base.flatMap(TelemetryDefinition::description)),
                dataType,
                required.or(() -> base.map(TelemetryDefinition::required)).orElse(false),
                successCriteria.or(() -> base.flatMap(TelemetryDefinition::successCriteria)),
                order.or(() -> base.map(TelemetryDefinition::order)).orElse(0),
                active.or(() -> base.map(TelemetryDefinition::active)).orElse(true));
    }
}
