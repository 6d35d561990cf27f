package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.application.adoption.view.FilterPreferenceViews;
import dev.cairn.application.adoption.view.SavedFilter;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class SqlFilterPreferenceViews implements FilterPreferenceViews {
    /** A plan that is visible, and whatever its reader saved for it. */
    private static final String OF_PLAN = "select f.status, f.outcome_id, f.release_id, f.tag,"
            + " coalesce(f.archived, false) as archived, coalesce(f.version, 0) as version"
            + " from adoption_plan p join visible_customer c on c.org_id = p.org_id and c.id = p.customer_id"
            + " left join plan_filter_preference f on f.org_id = p.org_id and f.plan_id = p.id and f.owner = $3"
            + " where p.id = $1 and (p.archived_at is null or $2)";

    private final Reads reads;

    SqlFilterPreferenceViews(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Uni<SavedFilter> of(ReadScope scope, PlanId plan, Actor reader) {
        return reads.one(scope, OF_PLAN, line -> saved(plan, line), plan.value(), scope.seesRemoved(), reader.name())
                .map(found -> found.orElseThrow(SqlPlanViews::missing));
    }

    private static SavedFilter saved(PlanId plan, Line line) {
        return new SavedFilter(plan, SqlFilterPreferences.filter(line), line.whole());
    }
}
