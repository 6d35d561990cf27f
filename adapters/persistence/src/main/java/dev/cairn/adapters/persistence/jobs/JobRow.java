package dev.cairn.adapters.persistence.jobs;

import dev.cairn.adapters.persistence.shared.Json;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.domain.jobs.Job;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.jobs.published.JobStatus;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.OrgId;

/** A job's columns, in one order for all that read them. */
final class JobRow {
    static final String COLUMNS = "j.org_id, j.id, j.kind, j.parameters::text, j.started_by, j.created_at, j.status,"
            + " j.begun_at, j.ended_at, j.failure, j.turn, j.idle_turns, j.free_at, j.last_turn_at, j.version";

    private JobRow() {}

    static Job.Snapshot read(Line line) {
        return new Job.Snapshot(
                new OrgId(line.text()),
                new JobId(line.uuid()),
                line.constant(JobKind.class),
                Json.object(line.text()),
                line.text(),
                line.instant(),
                line.constant(JobStatus.class),
                line.maybeInstant(),
                line.maybeInstant(),
                line.maybeConstant(ErrorCode.class),
                new Job.Turns(line.whole(), line.count(), line.maybeInstant(), line.maybeInstant()),
                line.whole());
    }
}
