package dev.cairn.application.adoption.view;

import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.aPlanOf;
import static dev.cairn.domain.adoption.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.adoption.ArchiveReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptionViewsTest {
    private final PlanView plan = PlanView.of(aPlanOf(1, "1").plan().snapshot(), 1);

    @Test
    void a_plan_shows_whether_its_product_moved_on() {
        assertThat(plan.needsSync()).isFalse();
        assertThat(PlanView.of(plan.plan(), 2).needsSync()).isTrue();
    }

    @Test
    void a_task_shows_when_it_was_archived() {
        var live = TaskView.of(aTask().build().snapshot());
        var archived = TaskView.of(
                aTask().archivedBecause(ArchiveReason.LICENSE).build().snapshot());

        assertThat(live.archivedAt()).isEmpty();
        assertThat(archived.archivedAt()).contains(MONDAY);
    }

    @Test
    void a_page_does_not_change_behind_its_readers_back() {
        var task = aTask().build().snapshot();
        var tasks = new ArrayList<>(List.of(TaskView.of(task)));
        var attributes = new ArrayList<>(task.telemetry());
        var whole = new PlanWithTasks(PlanProspects.of(plan), tasks);
        var changed = new TasksChange(tasks, plan);
        var telemetry = new TaskTelemetry(1, attributes);

        tasks.clear();

        assertThat(whole.tasks()).hasSize(1);
        assertThat(changed.tasks()).hasSize(1);
        assertThat(telemetry.attributes()).isUnmodifiable();
    }
}
