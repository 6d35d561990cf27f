package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.port.FilterPreferences;
import dev.cairn.domain.adoption.FilterPreference;
import dev.cairn.domain.adoption.TaskFilter;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class SqlFilterPreferences implements FilterPreferences {
    private static final String FIND = "select f.status, f.outcome_id, f.release_id, f.tag, f.archived, f.version"
            + " from plan_filter_preference f where f.plan_id = $1 and f.owner = $2";

    private static final String SAVE = """
            insert into plan_filter_preference (org_id, plan_id, owner, status, outcome_id, release_id, tag, archived, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (org_id, plan_id, owner) do update set status = excluded.status, outcome_id = excluded.outcome_id,
              release_id = excluded.release_id, tag = excluded.tag, archived = excluded.archived,
              version = excluded.version""";

    @Override
    public Uni<FilterPreference> of(FilterPreference.Owner owner) {
        var unit = Units.sql();
        return unit.rows(FIND, owner.plan().value(), owner.who().name())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(line -> {
                            var stored = new FilterPreference.Snapshot(owner, filter(line), line.whole());
                            unit.remember(owner, stored);
                            return FilterPreference.restore(stored);
                        })
                        .orElseGet(() -> FilterPreference.none(owner)));
    }

    /** Which tasks are shown; the version comes behind it. */
    static TaskFilter filter(Line line) {
        return new TaskFilter(
                line.maybeConstant(TaskStatus.class),
                line.maybeUuid().map(OutcomeId::new),
                line.maybeUuid().map(ReleaseId::new),
                line.maybeText(),
                line.flag());
    }

    @Override
    public Uni<Void> save(FilterPreference preference) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var unit = Units.sql();
            var state = preference.snapshot();
            var owner = state.owner();
            if (state.version() > 0 && !unit.remembers(owner, state)) {
                unit.later(
                        SAVE,
                        owner.who().org().value(),
                        owner.plan().value(),
                        owner.who().name(),
                        state.filter().status().map(Enum::name).orElse(null),
                        state.filter().outcome().map(OutcomeId::value).orElse(null),
                        state.filter().release().map(ReleaseId::value).orElse(null),
                        state.filter().tag().orElse(null),
                        state.filter().archived(),
                        state.version());
            }
            unit.tell(preference);
        });
    }
}
