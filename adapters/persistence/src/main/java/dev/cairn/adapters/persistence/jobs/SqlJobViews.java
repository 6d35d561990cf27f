package dev.cairn.adapters.persistence.jobs;

import dev.cairn.adapters.persistence.shared.Conditions;
import dev.cairn.adapters.persistence.shared.Keyset;
import dev.cairn.adapters.persistence.shared.Keyset.Column;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.application.jobs.view.JobView;
import dev.cairn.application.jobs.view.JobViews;
import dev.cairn.application.jobs.view.PlanResult;
import dev.cairn.application.jobs.view.PlanState;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class SqlJobViews implements JobViews {
    /** Those that the scope sees: everybody's, or whose starter it names. */
    private static final String SEEN =
            " where j.id = $1 and ((select current_setting('cairn.sees', true) = 'everything')"
                    + " or j.started_by = (select nullif(current_setting('cairn.assignee', true), '')))";

    private static final String ONE = "select " + JobRow.COLUMNS + ", " + TallyRow.COLUMNS + TallyRow.FROM + SEEN;

    private static final String FROM = "roll_out_plan i";

    private static final String RESULTS =
            "select i.plan_id, i.state, i.code, i.changed, i.added, i.restored, i.archived, i.updated from " + FROM;

    private static final Keyset<FixedOrder, PlanResult> WALK = Keyset.ascending(
            List.of(Column.uuid("i.plan_id", result -> result.plan().value())));

    private final Reads reads;

    SqlJobViews(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Uni<JobView> get(ReadScope scope, JobId id) {
        return reads.one(scope, ONE, line -> new JobView(JobRow.read(line), TallyRow.read(line)), id.value())
                .map(found -> found.orElseThrow(SqlJobs::missing));
    }

    @Override
    public Uni<Page<PlanResult>> results(
            ReadScope scope, JobId id, Optional<PlanState> state, PageRequest<FixedOrder> page) {
        return reads.one(scope, "select j.id from job j" + SEEN, Line::uuid, id.value())
                .map(found -> found.orElseThrow(SqlJobs::missing))
                .chain(job -> {
                    var where = new Conditions().add("i.job_id = ?", job);
                    state.ifPresent(wanted -> where.add("i.state = ?", wanted.name()));
                    return where.page(reads, scope, RESULTS, FROM, WALK, page, SqlJobViews::result);
                });
    }

    private static PlanResult result(Line line) {
        return new PlanResult(
                new PlanId(line.uuid()),
                line.constant(PlanState.class),
                line.maybeConstant(ErrorCode.class),
                line.flag(),
                line.count(),
                line.count(),
                line.count(),
                line.count());
    }
}
