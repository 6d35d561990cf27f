package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.OutcomeId;
import java.util.Optional;

/** What a document says of an outcome. */
public record OutcomeDocument(Optional<PartKey> key, String name) implements PartDocument<OutcomeId, Outcome> {
    /** An outcome as somebody wrote it, unchecked. */
    public record Draft(Optional<String> key, Optional<String> name) {}

    /** Checks a draft; fails with VALIDATION_ERROR and every fault of it. */
    public static OutcomeDocument of(Draft draft) {
        var faults = new Faults();
        var checked = checked(draft, new Fields(faults, ""));
        faults.orThrow();
        return checked;
    }

    static OutcomeDocument checked(Draft draft, Fields fields) {
        return new OutcomeDocument(fields.key(draft.key()), fields.name(draft.name()));
    }

    static OutcomeDocument of(Outcome outcome) {
        return new OutcomeDocument(Optional.of(outcome.key()), outcome.name());
    }

    @Override
    public Outcome part(OutcomeId id, PartKey partKey, Optional<Outcome> base) {
        return new Outcome(id, partKey, name);
    }
}
