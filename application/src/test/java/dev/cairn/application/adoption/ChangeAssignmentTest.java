package dev.cairn.application.adoption;

import static dev.cairn.application.adoption.AdoptionUseCases.CSS;
import static dev.cairn.application.adoption.AdoptionUseCases.VIEWER;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static dev.cairn.domain.catalog.published.LicenseLevel.ESSENTIAL;
import static dev.cairn.domain.catalog.published.LicenseLevel.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.domain.adoption.EntitlementChange;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.ReleaseId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeAssignmentTest {
    private final AdoptionUseCases use = new AdoptionUseCases();
    private final Blueprint product = aProduct()
            .with(aSource().weighing("10"))
            .with(aSource().weighing("20").asking(SIGNATURE))
            .build();
    private final AssignmentView before = use.assigned(product);

    @Test
    void the_assignment_changes_and_the_plan_waits_for_a_synchronisation() {
        var after = use.run(use.changeAssignment, to(SIGNATURE));

        assertThat(after.assignment().entitlement().licenseLevel()).isEqualTo(SIGNATURE);
        assertThat(after.assignment().version()).isEqualTo(2);
        assertThat(after.plan().needsSync()).isTrue();
        assertThat(after.plan().plan().entitlementsChanged()).isTrue();
        assertThat(after.plan().plan().entitlement().licenseLevel()).isEqualTo(ESSENTIAL);
        assertThat(after.plan().plan().progress())
                .isEqualTo(before.plan().plan().progress());
        assertThat(use.world.stored(after.assignment().id())).isEqualTo(after.assignment());
        assertThat(use.world.stored(after.plan().plan().id()))
                .isEqualTo(after.plan().plan());
        assertThat(use.told()).containsExactly("product.changed");
    }

    @Test
    void on_demand_the_plan_follows_in_the_same_breath() {
        var after = use.run(use.changeAssignment, to(SIGNATURE, true));

        assertThat(after.assignment().entitlement().licenseLevel()).isEqualTo(SIGNATURE);
        assertThat(after.plan().needsSync()).isFalse();
        assertThat(after.plan().plan().entitlement().licenseLevel()).isEqualTo(SIGNATURE);
        assertThat(after.plan().plan().progress().totalWeight()).isEqualByComparingTo("30");
        assertThat(use.tasksOf(after.plan().plan().id())).hasSize(2);
        assertThat(use.world.stored(after.plan().plan().id()))
                .isEqualTo(after.plan().plan());
        assertThat(use.told()).containsExactly("product.changed", "adoption.plan_synced", "adoption.progress_changed");
    }

    @Test
    void a_plan_that_is_behind_follows_also_when_the_assignment_has_what_is_asked_for() {
        use.world.offer(aProduct().identified(product.product()).at(2).build());

        var after = use.run(use.changeAssignment, to(ESSENTIAL, true));

        assertThat(after.assignment()).isEqualTo(before.assignment());
        assertThat(after.plan().needsSync()).isFalse();
        assertThat(after.plan().plan().progress().totalTasks()).isZero();
    }

    @Test
    void setting_what_it_has_changes_and_tells_nothing() {
        assertThat(use.run(use.changeAssignment, to(ESSENTIAL))).isEqualTo(before);
        assertThat(use.told()).isEmpty();
    }

    @Test
    void going_back_leaves_nothing_to_synchronise() {
        use.run(use.changeAssignment, to(SIGNATURE));

        assertThat(use.run(use.changeAssignment, to(ESSENTIAL)).plan().needsSync())
                .isFalse();
    }

    @Test
    void what_was_sold_can_be_changed_after_its_product_was_archived() {
        use.world.archive(product.product());

        assertThat(use.run(use.changeAssignment, to(SIGNATURE)).plan().needsSync())
                .isTrue();
    }

    @Test
    void a_newer_product_asks_for_a_synchronisation_whatever_the_change() {
        use.world.offer(aProduct().identified(product.product()).at(2).build());

        assertThat(use.run(use.changeAssignment, to(ESSENTIAL)).plan().needsSync())
                .isTrue();
    }

    @Test
    void a_strange_release_changes_nothing() {
        var strange = new ChangeAssignment.Command(
                use.customer,
                before.assignment().id(),
                EntitlementChange.of(
                        Optional.of(SIGNATURE), Optional.empty(), Optional.of(List.of(new ReleaseId(id())))),
                false);

        use.refuses(ErrorCode.RELEASE_NOT_OF_PRODUCT, CSS, use.changeAssignment, strange);
        assertThat(use.world.stored(before.assignment().id())).isEqualTo(before.assignment());
    }

    @Test
    void it_is_refused_to_whoever_may_not_and_for_what_is_not_there() {
        var missing = new ChangeAssignment.Command(
                use.customer,
                new AssignmentId(id()),
                EntitlementChange.of(Optional.empty(), Optional.empty(), Optional.empty()),
                false);
        var others = new ChangeAssignment.Command(
                use.world.aCustomer(),
                before.assignment().id(),
                EntitlementChange.of(Optional.empty(), Optional.empty(), Optional.empty()),
                false);

        use.refuses(ErrorCode.FORBIDDEN, VIEWER, use.changeAssignment, to(SIGNATURE));
        use.refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, CSS, use.changeAssignment, missing);
        use.refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, CSS, use.changeAssignment, others);
        use.world.suspend(use.customer);
        use.refuses(ErrorCode.CUSTOMER_SUSPENDED, CSS, use.changeAssignment, to(SIGNATURE));
    }

    private ChangeAssignment.Command to(LicenseLevel level) {
        return to(level, false);
    }

    private ChangeAssignment.Command to(LicenseLevel level, boolean sync) {
        return new ChangeAssignment.Command(
                use.customer,
                before.assignment().id(),
                EntitlementChange.of(Optional.of(level), Optional.empty(), Optional.empty()),
                sync);
    }
}
