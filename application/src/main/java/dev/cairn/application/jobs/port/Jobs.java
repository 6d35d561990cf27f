package dev.cairn.application.jobs.port;

import dev.cairn.application.jobs.view.JobTally;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.jobs.Job;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The jobs of the organisation at hand; what asks over all organisations learns ids and nothing else. */
public interface Jobs {
    /**
     * A job and on whose behalf it is done.
     *
     * @param caller whoever started it, with the rights of then
     * @param origin from where it was started
     */
    record Owned(Job job, Caller caller, Origin origin) {}

    /** A job that somebody could do a part of. */
    record Due(OrgId org, JobId id) {}

    /** Brings a new job in, on behalf of the caller whose unit of work this is. */
    Uni<Void> add(Job job);

    /** Stores the state and, in the same transaction, what the job says happened to it. */
    Uni<Void> save(Job job);

    /**
     * The job, locked until the unit of work ends. Fails with JOB_NOT_FOUND, also for one that somebody else started, save
     * where the scope is everything.
     */
    Uni<Job> lock(ReadScope scope, JobId id);

    /** The job, locked until the unit of work ends; nothing when it is gone. */
    Uni<Optional<Job>> lock(JobId id);

    /** The same without waiting for whoever holds it: nothing then, as when it is gone. */
    Uni<Optional<Owned>> lockIfFree(JobId id);

    /** What was done of the job by now. */
    Uni<JobTally> tally(JobId id);

    /**
     * Jobs of these kinds that a turn may be taken at, in the order of turns: first of the organisation whose last turn is
     * longest ago, and there the job whose last one is. Asked outside of any organisation.
     */
    Uni<List<Due>> due(Set<JobKind> kinds, Instant now, int most);

    /** The organisations with jobs that ended before the given time; asked outside of any of them. */
    Uni<List<OrgId>> organisationsWithEnded(Instant before);

    /** Lets jobs go that ended before the given time, with all that was noted of them; how many went. */
    Uni<Integer> purge(Instant before, int most);
}
