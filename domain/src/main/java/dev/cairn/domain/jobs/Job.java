package dev.cairn.domain.jobs;

import dev.cairn.domain.jobs.published.JobEvent;
import dev.cairn.domain.jobs.published.JobEvent.What;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.jobs.published.JobStatus;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.AggregateRoot;
import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Work that goes on when the request is answered. It is done in turns: whoever takes one has the job to itself for the time of
 * a lease, does a part of it and gives it back. A lease that runs out is nobody's; a turn that was late then changes nothing.
 *
 * <p>{@code version} rises with the status and with nothing else, so that whoever means to stop a job need not run after it.
 */
public final class Job extends AggregateRoot {
    /** So many turns in a row without anything done, and the job is given up: whatever stands in its way will not go by itself. */
    public static final int MOST_IDLE_TURNS = 10;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final OrgId org;
    private final JobId id;
    private final JobKind kind;
    private final JsonObject parameters;
    private final String startedBy;
    private final Instant createdAt;
    private JobStatus status;
    private Optional<Instant> begunAt;
    private Optional<Instant> endedAt;
    private Optional<ErrorCode> failure;
    private Turns turns;
    private long version;

    /**
     * Where a job stands in the order of turns.
     *
     * @param number how many it had; the number of the one at work while there is one
     * @param idle how many in a row came to nothing, the one at work among them
     * @param free from when on the next one may be taken; absent means at once
     * @param lastAt when the last one was taken
     */
    public record Turns(long number, int idle, Optional<Instant> free, Optional<Instant> lastAt) {
        /** Of a job that had none. */
        public static final Turns NONE = new Turns(0, 0, Optional.empty(), Optional.empty());
    }

    /**
     * A job as it is stored.
     *
     * @param parameters what is to be done, as its kind understands it
     * @param startedBy the name of who wants it done
     * @param begunAt when the first turn was taken
     * @param endedAt when it ended, however
     * @param failure why it could not run; only of one that is FAILED
     * @param version from 1
     */
    public record Snapshot(
            OrgId org,
            JobId id,
            JobKind kind,
            JsonObject parameters,
            String startedBy,
            Instant createdAt,
            JobStatus status,
            Optional<Instant> begunAt,
            Optional<Instant> endedAt,
            Optional<ErrorCode> failure,
            Turns turns,
            long version) {}

    private Job(Snapshot state) {
        org = state.org();
        id = state.id();
        kind = state.kind();
        parameters = state.parameters();
        startedBy = state.startedBy();
        createdAt = state.createdAt();
        status = state.status();
        begunAt = state.begunAt();
        endedAt = state.endedAt();
        failure = state.failure();
        turns = state.turns();
        version = state.version();
    }

    /** First door: somebody wants something done. */
    public static Job open(JobId id, JobKind kind, JsonObject parameters, Actor by, Instant now) {
        var job = new Job(new Snapshot(
                by.org(),
                id,
                kind,
                parameters,
                by.name(),
                now,
                JobStatus.PENDING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Turns.NONE,
                1));
        var fields = new HashMap<String, Object>(parameters.members());
        fields.put("kind", kind.name());
        job.tell(What.STARTED, new Changes(Map.of(), fields), by, now);
        return job;
    }

    /** Second door: as it was stored. */
    public static Job restore(Snapshot stored) {
        if (stored.version() < 1
                || stored.status().isEnded() != stored.endedAt().isPresent()) {
            throw new IllegalStateException("a stored job has a version from 1 on, and an end when it has ended");
        }
        return new Job(stored);
    }

    /**
     * Somebody offers to do a part of it.
     *
     * @param lease for how long nobody else may
     * @return the number of the turn; nothing when the job has ended, somebody else is at it or it rests, or when it is given
     *     up because of this many turns in vain
     */
    public OptionalLong takeTurn(Instant now, Duration lease) {
        if (status.isEnded() || turns.free().filter(now::isBefore).isPresent()) {
            return OptionalLong.empty();
        }
        if (turns.idle() >= MOST_IDLE_TURNS) {
            failure = Optional.of(ErrorCode.INTERNAL_ERROR);
            end(JobStatus.FAILED, now);
            return OptionalLong.empty();
        }
        if (status == JobStatus.PENDING) {
            begunAt = Optional.of(now);
            become(JobStatus.RUNNING);
        }
        // Counted as idle from the start: a turn that takes its process down with it has no end.
        turns = new Turns(turns.number() + 1, turns.idle() + 1, Optional.of(now.plus(lease)), Optional.of(now));
        return OptionalLong.of(turns.number());
    }

    /**
     * Whoever took a turn gives the job back. A turn that somebody else's followed meanwhile says no more than that it was not in
     * vain, and one of a job that was stopped nothing at all.
     *
     * @param turn which one, as {@link #takeTurn} said
     * @param advanced whether anything was done; if not, the job rests a while, longer each time
     * @param finished whether nothing is left
     */
    public void endTurn(long turn, boolean advanced, boolean finished, Instant now) {
        if (status.isEnded()) {
            return;
        }
        if (turn != turns.number()) {
            turns = new Turns(turns.number(), advanced ? 0 : turns.idle(), turns.free(), turns.lastAt());
            return;
        }
        if (finished) {
            end(JobStatus.SUCCEEDED, now);
            return;
        }
        turns = advanced
                ? new Turns(turn, 0, Optional.empty(), turns.lastAt())
                : new Turns(turn, turns.idle(), Optional.of(now.plus(pause())), turns.lastAt());
    }

    private Duration pause() {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.max(turns.idle() - 1, 0));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /**
     * Stops it: nothing more is begun. What is being done this moment comes to its end, and stays done like all before.
     *
     * @throws DomainException JOB_ENDED when there is nothing to stop any more
     */
    public void cancel(Actor by, Instant now) {
        if (status.isEnded()) {
            throw new DomainException(ErrorCode.JOB_ENDED, "The job has ended already; it is " + status + ".");
        }
        var before = status;
        end(JobStatus.CANCELLED, now);
        tell(
                What.CANCELLED,
                Changes.compare().field("status", before.name(), status.name()).done(),
                by,
                now);
    }

    private void end(JobStatus how, Instant now) {
        endedAt = Optional.of(now);
        turns = new Turns(turns.number(), turns.idle(), Optional.empty(), turns.lastAt());
        become(how);
    }

    private void become(JobStatus next) {
        status = next;
        version++;
    }

    private void tell(What what, Changes changes, Actor by, Instant now) {
        record(new JobEvent(
                what, new Occurrence(new Subject(EntityKind.JOB, id.value(), Optional.empty()), by, now), changes));
    }

    /** Which one it is. */
    public JobId id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    /** As it is now. */
    public Snapshot snapshot() {
        return new Snapshot(
                org, id, kind, parameters, startedBy, createdAt, status, begunAt, endedAt, failure, turns, version);
    }
}
