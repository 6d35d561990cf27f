package dev.cairn.application.jobs.published;

import dev.cairn.application.jobs.port.Jobs;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.jobs.Job;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.JsonObject;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Where work is written down that somebody wants done when the request is answered. */
@Singleton
public class JobBook {
    private final Jobs jobs;

    public JobBook(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Writes it down, in the unit of work at hand; its first turn comes when that is kept.
     *
     * @param parameters what is to be done, for {@link JobWork} to read
     */
    public Uni<Void> open(JobId id, JobKind kind, JsonObject parameters, Call call) {
        return jobs.add(Job.open(id, kind, parameters, call.actor(), call.now()));
    }
}
