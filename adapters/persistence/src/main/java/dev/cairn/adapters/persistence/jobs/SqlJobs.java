package dev.cairn.adapters.persistence.jobs;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Json;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.jobs.JobBell;
import dev.cairn.application.jobs.port.Jobs;
import dev.cairn.application.jobs.view.JobTally;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Role;
import dev.cairn.domain.jobs.Job;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
class SqlJobs implements Jobs {
    private static final String INSERT = """
            insert into job (org_id, id, kind, parameters, started_by, behalf, request_id, address, created_at, status,
              turn, idle_turns, version)
            values ($1, $2, $3, $4::text::jsonb, $5, $6::text::jsonb, $7, $8, $9, $10, 0, 0, $11)""";

    private static final String UPDATE = """
            update job set status = $2, begun_at = $3, ended_at = $4, failure = $5, turn = $6, idle_turns = $7,
              free_at = $8, last_turn_at = $9, version = $10
             where id = $1""";

    private static final String LOCK = "select " + JobRow.COLUMNS + " from job j where j.id = $1";

    private static final String LOCK_FREE = "select " + JobRow.COLUMNS
            + ", j.behalf::text, j.request_id, j.address from job j where j.id = $1 for no key update skip locked";

    private static final String TALLY = "select " + TallyRow.COLUMNS + TallyRow.FROM + " where j.id = $1";

    private static final String DUE = "select d.org_id, d.id from jobs_due($1, $2, $3) d";

    private static final String ORGANISATIONS = "select o from organisations_with_jobs_ended_before($1) o";

    private static final String PURGE = """
            with old as (select id from job where ended_at < $1 order by ended_at limit $2 for update skip locked),
                 parts as (delete from roll_out_plan i using old where i.job_id = old.id),
                 gone as (delete from job j using old where j.id = old.id returning 1)
            select count(*) from gone""";

    private final Reads reads;
    private final JobBell bell;

    SqlJobs(Reads reads, JobBell bell) {
        this.reads = reads;
        this.bell = bell;
    }

    @Override
    public Uni<Void> add(Job job) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var unit = Units.sql();
            var state = job.snapshot();
            var origin = unit.work().origin();
            unit.later(
                    INSERT,
                    state.org().value(),
                    state.id().value(),
                    state.kind().name(),
                    Json.write(state.parameters().members()),
                    state.startedBy(),
                    Json.write(behalf(unit.work().caller())),
                    origin.requestId(),
                    origin.address(),
                    Columns.time(state.createdAt()),
                    state.status().name(),
                    state.version());
            unit.tell(job);
            unit.whenKept(bell::ring);
        });
    }

    @Override
    public Uni<Void> save(Job job) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var unit = Units.sql();
            var state = job.snapshot();
            if (!unit.remembers(state.id(), state)) {
                unit.later(
                        UPDATE,
                        state.id().value(),
                        state.status().name(),
                        Columns.maybeTime(state.begunAt()),
                        Columns.maybeTime(state.endedAt()),
                        state.failure().map(Enum::name).orElse(null),
                        state.turns().number(),
                        state.turns().idle(),
                        Columns.maybeTime(state.turns().free()),
                        Columns.maybeTime(state.turns().lastAt()),
                        state.version());
            }
            unit.tell(job);
        });
    }

    @Override
    public Uni<Job> lock(ReadScope scope, JobId id) {
        return Units.sql()
                .rows(
                        LOCK + " and ($2 or j.started_by = $3) for no key update",
                        id.value(),
                        scope.customers().everything(),
                        scope.customers().assignee().orElse(null))
                .map(rows -> rows.stream().findFirst().map(SqlJobs::restore).orElseThrow(SqlJobs::missing));
    }

    static DomainException missing() {
        return new DomainException(ErrorCode.JOB_NOT_FOUND, "There is no such job.");
    }

    @Override
    public Uni<Optional<Job>> lock(JobId id) {
        return Units.sql()
                .rows(LOCK + " for no key update", id.value())
                .map(rows -> rows.stream().findFirst().map(SqlJobs::restore));
    }

    @Override
    public Uni<Optional<Owned>> lockIfFree(JobId id) {
        return Units.sql()
                .rows(LOCK_FREE, id.value())
                .map(rows -> rows.stream().findFirst().map(line -> {
                    var job = restore(line);
                    return new Owned(job, caller(job.snapshot(), line.text()), new Origin(line.text(), line.text()));
                }));
    }

    private static Job restore(Line line) {
        var stored = JobRow.read(line);
        Units.sql().remember(stored.id(), stored);
        return Job.restore(stored);
    }

    @Override
    public Uni<JobTally> tally(JobId id) {
        return Units.sql().rows(TALLY, id.value()).map(rows -> TallyRow.read(rows.get(0)));
    }

    /** Whoever the caller is besides his name, for his rights are those that he had when he started it. */
    private static Map<String, Object> behalf(Caller caller) {
        var behalf = new LinkedHashMap<String, Object>();
        behalf.put("roles", caller.roles().stream().map(Enum::name).sorted().toList());
        behalf.put("client", caller.client());
        caller.own().ifPresent(customer -> behalf.put("own", customer.value().toString()));
        caller.granted()
                .ifPresent(customers -> behalf.put(
                        "granted",
                        customers.stream()
                                .map(id -> id.value().toString())
                                .sorted()
                                .toList()));
        return behalf;
    }

    private static Caller caller(Job.Snapshot job, String stored) {
        var behalf = Json.object(stored).members();
        return new Caller(
                new Actor(job.org(), job.startedBy()),
                texts(behalf.get("roles")).map(Role::valueOf).collect(Collectors.toSet()),
                Optional.ofNullable(behalf.get("own")).map(SqlJobs::customer),
                Optional.ofNullable(behalf.get("granted"))
                        .map(ids -> texts(ids).map(SqlJobs::customer).collect(Collectors.toSet())),
                String.valueOf(behalf.get("client")));
    }

    private static Stream<String> texts(@Nullable Object list) {
        return ((Collection<?>) Objects.requireNonNull(list)).stream().map(String::valueOf);
    }

    private static CustomerId customer(Object id) {
        return new CustomerId(UUID.fromString(id.toString()));
    }

    @Override
    public Uni<List<Due>> due(Set<JobKind> kinds, Instant now, int most) {
        return reads.outside(
                DUE,
                line -> new Due(new OrgId(line.text()), new JobId(line.uuid())),
                kinds.stream().map(Enum::name).toArray(String[]::new),
                Columns.time(now),
                most);
    }

    @Override
    public Uni<List<OrgId>> organisationsWithEnded(Instant before) {
        return reads.outside(ORGANISATIONS, line -> new OrgId(line.text()), Columns.time(before));
    }

    @Override
    public Uni<Integer> purge(Instant before, int most) {
        return Units.sql()
                .rows(PURGE, Columns.time(before), most)
                .map(rows -> rows.get(0).count());
    }
}
