package dev.cairn.application.adoption;

import static dev.cairn.application.adoption.AdoptionUseCases.CSS;
import static dev.cairn.application.adoption.AdoptionUseCases.VIEWER;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcome;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcomeIds;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static dev.cairn.domain.catalog.published.LicenseLevel.ADVANTAGE;
import static dev.cairn.domain.catalog.published.LicenseLevel.ESSENTIAL;
import static dev.cairn.domain.catalog.published.LicenseLevel.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.ProductId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssignProductTest {
    private final AdoptionUseCases use = new AdoptionUseCases();
    private final Blueprint product = use.world.offer(aProduct()
            .at(3)
            .with(aSource().weighing("10"))
            .with(aSource().weighing("20").asking(SIGNATURE))
            .build());

    @Test
    void the_plan_is_born_with_the_assignment() {
        var view = use.run(use.assignProduct, assign("Default", everythingOf(ADVANTAGE)));

        assertThat(view.assignment().customer()).isEqualTo(use.customer);
        assertThat(view.assignment().product()).isEqualTo(product.product());
        assertThat(view.assignment().purchasedAt()).isEqualTo(MONDAY);
        assertThat(view.plan().plan().assignment()).isEqualTo(view.assignment().id());
        assertThat(view.plan().plan().syncedProductVersion()).isEqualTo(3);
        assertThat(view.plan().plan().progress().totalWeight()).isEqualByComparingTo("10");
        assertThat(view.plan().needsSync()).isFalse();
        assertThat(use.world.stored(view.assignment().id())).isEqualTo(view.assignment());
        assertThat(use.world.stored(view.plan().plan().id()))
                .isEqualTo(view.plan().plan());
        assertThat(use.tasksOf(view.plan().plan().id())).hasSize(1);
    }

    @Test
    void the_world_is_told_of_the_assignment_and_then_of_the_plan() {
        use.run(use.assignProduct, assign("Default", everythingOf(ADVANTAGE)));

        assertThat(use.told()).containsExactly("product.assigned", "adoption.plan_created");
    }

    @Test
    void a_second_one_under_the_same_name_is_refused_and_leaves_nothing() {
        use.run(use.assignProduct, assign("Default", everythingOf(ESSENTIAL)));
        use.world.outbox.clear();

        use.refuses(
                ErrorCode.CUSTOMER_PRODUCT_EXISTS, CSS, use.assignProduct, assign("Default", everythingOf(SIGNATURE)));

        assertThat(use.world.storedAssignments()).isEqualTo(1);
        assertThat(use.told()).isEmpty();
    }

    @Test
    void a_second_one_under_another_name_is_welcome() {
        use.run(use.assignProduct, assign("Default", everythingOf(ESSENTIAL)));
        use.run(use.assignProduct, assign("Berlin", everythingOf(ESSENTIAL)));

        assertThat(use.world.storedAssignments()).isEqualTo(2);
    }

    @Test
    void a_selection_of_what_is_not_the_products_is_refused() {
        var strange = new Entitlement(ESSENTIAL, outcomeIds(outcome("strange")), Set.of());

        use.refuses(ErrorCode.OUTCOME_NOT_OF_PRODUCT, CSS, use.assignProduct, assign("Default", strange));
        assertThat(use.world.storedAssignments()).isZero();
    }

    @Test
    void a_product_that_is_not_there_or_archived_is_refused() {
        var nowhere = new AssignProduct.Command(
                use.customer, new ProductId(id()), AssignmentName.DEFAULT, everythingOf(ESSENTIAL), Optional.empty());
        use.refuses(ErrorCode.PRODUCT_NOT_FOUND, CSS, use.assignProduct, nowhere);

        use.world.archive(product.product());
        use.refuses(ErrorCode.PRODUCT_NOT_FOUND, CSS, use.assignProduct, assign("Default", everythingOf(ESSENTIAL)));
    }

    @Test
    void whoever_may_not_assign_does_not() {
        use.refuses(ErrorCode.FORBIDDEN, VIEWER, use.assignProduct, assign("Default", everythingOf(ESSENTIAL)));
    }

    @Test
    void a_suspended_or_missing_customer_gets_nothing() {
        use.world.suspend(use.customer);
        use.refuses(ErrorCode.CUSTOMER_SUSPENDED, CSS, use.assignProduct, assign("Default", everythingOf(ESSENTIAL)));

        var nobody = new AssignProduct.Command(
                new CustomerId(id()),
                product.ofProduct(),
                AssignmentName.DEFAULT,
                everythingOf(ESSENTIAL),
                Optional.empty());
        use.refuses(ErrorCode.CUSTOMER_NOT_FOUND, CSS, use.assignProduct, nobody);
    }

    private AssignProduct.Command assign(String name, Entitlement entitlement) {
        return new AssignProduct.Command(
                use.customer, product.ofProduct(), new AssignmentName(name), entitlement, Optional.empty());
    }
}
