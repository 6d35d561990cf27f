package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.PlanId;
import java.util.List;
import java.util.Optional;

/** Tasks for tests. {@code aTask().weighing("12.5").in(DONE).build()} is a valid task without pending events. */
public final class Tasks {
    private final SourceTasks source = SourceTasks.aSource();
    private TaskStatus status = TaskStatus.NOT_STARTED;
    private Optional<StatusNote> note = Optional.empty();
    private boolean byAutomation;
    private Optional<StatusMode> mode = Optional.empty();
    private Optional<List<TelemetryAttribute>> telemetry = Optional.empty();
    private Optional<ArchiveReason> archived = Optional.empty();

    private Tasks() {}

    public static Tasks aTask() {
        return new Tasks();
    }

    public Tasks weighing(String weight) {
        source.weighing(weight);
        return this;
    }

    /** As Anna set it on Monday. */
    public Tasks in(TaskStatus wanted) {
        status = wanted;
        return this;
    }

    public Tasks saying(String text) {
        note = StatusNote.of(text);
        return this;
    }

    /** As telemetry set it on Monday. */
    public Tasks setByTelemetry(TaskStatus wanted) {
        status = wanted;
        byAutomation = true;
        return this;
    }

    public Tasks archivedBecause(ArchiveReason reason) {
        archived = Optional.of(reason);
        return this;
    }

    /** Measured by attributes as {@link Attributes} writes them. */
    public Tasks measuredBy(String words) {
        telemetry = Optional.of(Attributes.attributes(words));
        return this;
    }

    /** Whoever has the say by what happened so far, now it is this one. */
    public Tasks inMode(StatusMode wanted) {
        mode = Optional.of(wanted);
        return this;
    }

    public CustomerTask build() {
        var task = CustomerTask.copied(
                AdoptionFixtures.ORG,
                new PlanId(AdoptionFixtures.id()),
                new CustomerId(AdoptionFixtures.id()),
                source.build(),
                AdoptionFixtures::id);
        if (byAutomation) {
            var fresh = task.snapshot();
            var stamp = new StatusStamp(AdoptionFixtures.MONDAY, "telemetry", StatusSource.TELEMETRY, note);
            task = CustomerTask.restore(new CustomerTask.Snapshot(
                    fresh.org(),
                    fresh.id(),
                    fresh.plan(),
                    fresh.customer(),
                    fresh.content(),
                    fresh.telemetry(),
                    fresh.state().moved(status, StatusMode.AUTO, stamp),
                    2));
        } else {
            task.changeStatus(status, note, StatusSource.MANUAL, AdoptionFixtures.ANNA, AdoptionFixtures.MONDAY);
        }
        if (archived.isPresent()) {
            task.archive(archived.get(), AdoptionFixtures.MONDAY);
        }
        var built = task.snapshot();
        var state = built.state();
        return CustomerTask.restore(new CustomerTask.Snapshot(
                built.org(),
                built.id(),
                built.plan(),
                built.customer(),
                built.content(),
                telemetry.orElse(built.telemetry()),
                new TaskState(
                        state.status(),
                        mode.orElse(state.mode()),
                        state.lastChange(),
                        state.completion(),
                        state.archival()),
                built.version()));
    }
}
