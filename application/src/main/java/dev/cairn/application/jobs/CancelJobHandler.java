package dev.cairn.application.jobs;

import dev.cairn.application.jobs.port.Jobs;
import dev.cairn.application.jobs.view.JobView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.jobs.Job;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class CancelJobHandler extends Change<CancelJob.Command, Job, JobView> implements CancelJob {
    private final Jobs jobs;

    CancelJobHandler(Frame frame, Jobs jobs) {
        super(frame, Permission.JOB_CANCEL);
        this.jobs = jobs;
    }

    @Override
    protected Uni<Job> find(Command command) {
        return jobs.lock(command.scope(), command.job());
    }

    @Override
    protected Uni<JobView> change(Job job, Command command, Call call) {
        job.cancel(call.actor(), call.now());
        return jobs.save(job).chain(() -> jobs.tally(job.id())).map(tally -> new JobView(job.snapshot(), tally));
    }
}
