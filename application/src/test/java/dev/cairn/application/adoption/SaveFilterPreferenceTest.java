package dev.cairn.application.adoption;

import static dev.cairn.application.adoption.AdoptionUseCases.ADMIN;
import static dev.cairn.application.adoption.AdoptionUseCases.CSS;
import static dev.cairn.application.adoption.AdoptionUseCases.VIEWER;
import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.BEN;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.Products.aProduct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.adoption.view.SavedFilter;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Role;
import dev.cairn.domain.adoption.TaskFilter;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SaveFilterPreferenceTest {
    private final AdoptionUseCases use = new AdoptionUseCases();
    private final AssignmentView assigned = use.assigned(aProduct().with(1, "1").build());
    private final PlanId plan = assigned.plan().plan().id();
    private final TaskFilter open = of(TaskStatus.IN_PROGRESS);
    private final TaskFilter done = of(TaskStatus.DONE);

    private static TaskFilter of(TaskStatus status) {
        return new TaskFilter(Optional.of(status), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    private SaveFilterPreference.Command save(Actor reader, TaskFilter filter) {
        return new SaveFilterPreference.Command(reader, plan, filter);
    }

    @Test
    void each_person_has_its_own() {
        var ben = Caller.of(BEN, Role.SUPPORT);

        assertThat(use.runAs(VIEWER, use.saveFilterPreference, save(ANNA, open)))
                .isEqualTo(new SavedFilter(plan, open, 1));
        assertThat(use.runAs(ben, use.saveFilterPreference, save(BEN, done))).isEqualTo(new SavedFilter(plan, done, 1));
        assertThat(use.runAs(VIEWER, use.saveFilterPreference, save(ANNA, open)))
                .isEqualTo(new SavedFilter(plan, open, 1));
        assertThat(use.runAs(VIEWER, use.saveFilterPreference, save(ANNA, TaskFilter.LIVE)))
                .isEqualTo(new SavedFilter(plan, TaskFilter.LIVE, 2));
        assertThat(use.told()).containsOnly("adoption.filter_saved").hasSize(3);
    }

    @Test
    void it_takes_the_right_a_plan_that_is_there_and_an_open_account() {
        var service = Caller.of(ANNA, Role.SERVICE);
        use.refuses(ErrorCode.FORBIDDEN, service, use.saveFilterPreference, save(ANNA, open));
        var nowhere = new SaveFilterPreference.Command(ANNA, new PlanId(id()), open);
        use.refuses(ErrorCode.ADOPTION_PLAN_NOT_FOUND, CSS, use.saveFilterPreference, nowhere);
        use.world.suspend(use.customer);
        use.refuses(ErrorCode.CUSTOMER_SUSPENDED, CSS, use.saveFilterPreference, save(ANNA, open));
    }

    @Test
    void nobody_looks_at_a_removed_plan_in_a_new_way() {
        use.run(
                use.removeAssignment,
                new RemoveAssignment.Command(use.customer, assigned.assignment().id()));

        use.refuses(ErrorCode.ADOPTION_PLAN_NOT_FOUND, CSS, use.saveFilterPreference, save(ANNA, open));
        use.refuses(ErrorCode.TASK_ARCHIVED, ADMIN, use.saveFilterPreference, save(ANNA, open));
    }
}
