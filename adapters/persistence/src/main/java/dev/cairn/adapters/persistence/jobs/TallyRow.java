package dev.cairn.adapters.persistence.jobs;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.application.jobs.view.JobTally;
import dev.cairn.application.jobs.view.PlanResult;
import dev.cairn.application.jobs.view.PlanState;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was done of a job, summed up over its plans in the statement that reads the job. */
final class TallyRow {
    static final String COLUMNS = "s.total, s.done, s.failed, s.changed, s.added, s.restored, s.archived, s.updated, "
            + first("FAILED") + ", " + first("DONE");

    /** A job, and the sums over its plans. */
    static final String FROM = " from job j\n" + """
            cross join lateral (select count(*) as total, count(*) filter (where i.state <> 'WAITING') as done,
               count(*) filter (where i.state = 'FAILED') as failed, count(*) filter (where i.changed) as changed,
               coalesce(sum(i.added), 0) as added, coalesce(sum(i.restored), 0) as restored,
               coalesce(sum(i.archived), 0) as archived, coalesce(sum(i.updated), 0) as updated
             from roll_out_plan i where i.org_id = j.org_id and i.job_id = j.id) s""";

    private TallyRow() {}

    private static String first(String state) {
        return "(select coalesce(jsonb_agg(jsonb_build_array(f.plan_id, f.code, f.changed, f.added, f.restored, f.archived,"
                + " f.updated) order by f.plan_id), '[]') from (select * from roll_out_plan i where i.org_id = j.org_id"
                + " and i.job_id = j.id and i.state = '" + state + "' order by i.plan_id limit " + JobTally.MOST
                + ") f)";
    }

    static JobTally read(Line line) {
        return new JobTally(
                line.count(),
                line.count(),
                line.count(),
                line.count(),
                line.whole(),
                line.whole(),
                line.whole(),
                line.whole(),
                plans(PlanState.FAILED, line.jsonArray()),
                plans(PlanState.DONE, line.jsonArray()));
    }

    private static List<PlanResult> plans(PlanState state, JsonArray rows) {
        return rows.stream()
                .map(JsonArray.class::cast)
                .map(row -> new PlanResult(
                        new PlanId(UUID.fromString(row.getString(0))),
                        state,
                        Optional.ofNullable(row.getString(1)).map(ErrorCode::valueOf),
                        row.getBoolean(2),
                        row.getInteger(3),
                        row.getInteger(4),
                        row.getInteger(5),
                        row.getInteger(6)))
                .toList();
    }
}
