package dev.cairn.application.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.anAssignment;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcome;
import static dev.cairn.domain.adoption.AdoptionFixtures.release;
import static dev.cairn.domain.adoption.Products.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.adoption.EntitlementChange;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Assignments} keeps. */
public abstract class AssignmentsContract extends AdoptionContract {
    private final Entitlement everything = everythingOf(LicenseLevel.ESSENTIAL);
    private CustomerId customer = new CustomerId(id());
    private Blueprint product = aProduct().build();

    @BeforeEach
    void fill() {
        customer = aStoredCustomer();
        product = stored(product);
    }

    @Test
    void what_was_added_is_found_as_it_was() {
        var trust = outcome("Zero-trust access");
        var sight = outcome("See all traffic");
        var spring = release("2026.1", "1");
        var rich = stored(aProduct().having(trust, sight).having(spring).build());
        var assignment = anAssignment(
                customer,
                rich,
                "Berlin",
                Entitlement.of(LicenseLevel.ADVANTAGE, List.of(sight.id(), trust.id()), List.of(spring.id())));

        add(assignment);

        var found =
                inOneUnit(() -> assignments().get(customer, assignment.id())).snapshot();
        assertThat(found).isEqualTo(assignment.snapshot());
        assertThat(found.entitlement().selectedOutcomes()).containsExactly(sight.id(), trust.id());
    }

    @Test
    void what_was_saved_is_found_as_it_became() {
        var assignment = anAssignment(customer, product, "Default", everything);
        add(assignment);

        var saved = inOneUnit(() -> assignments().get(customer, assignment.id()).chain(it -> {
            it.change(
                    EntitlementChange.of(Optional.of(LicenseLevel.SIGNATURE), Optional.empty(), Optional.empty()),
                    product,
                    ANNA,
                    TUESDAY);
            return assignments().save(it).replaceWith(it::snapshot);
        }));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(inOneUnit(() -> assignments().get(customer, assignment.id())).snapshot())
                .isEqualTo(saved);
    }

    @Test
    void what_happened_is_stored_with_the_state() {
        long before = storedEvents();

        inOneUnit(() -> assignments()
                .add(ProductAssignment.assign(
                        new AssignmentId(id()),
                        customer,
                        product,
                        AssignmentName.DEFAULT,
                        everything,
                        Optional.empty(),
                        ANNA,
                        TUESDAY)));

        assertThat(storedEvents()).isEqualTo(before + 1);
    }

    @Test
    void nobody_finds_what_is_not_the_customers_or_not_there() {
        var assignment = anAssignment(customer, product, "Default", everything);
        add(assignment);
        var other = aStoredCustomer();

        refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, () -> assignments().get(other, assignment.id()));
        refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, () -> assignments().get(customer, new AssignmentId(id())));
        refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, ELSEWHERE, () -> assignments().get(customer, assignment.id()));
    }

    @Test
    void what_was_removed_is_not_there() {
        var assignment = anAssignment(customer, product, "Default", everything);
        add(assignment);

        remove(assignment);

        refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, () -> assignments().get(customer, assignment.id()));
    }

    @Test
    void a_customer_has_a_product_once_under_a_name() {
        add(anAssignment(customer, product, "Default", everything));
        var second = anAssignment(customer, product, "Default", everythingOf(LicenseLevel.SIGNATURE));

        refuses(ErrorCode.CUSTOMER_PRODUCT_EXISTS, () -> assignments().add(second));
        refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, () -> assignments().get(customer, second.id()));
    }

    @Test
    void another_name_another_customer_or_another_product_is_another_assignment() {
        add(anAssignment(customer, product, "Default", everything));

        add(anAssignment(customer, product, "default", everything));
        add(anAssignment(aStoredCustomer(), product, "Default", everything));
        add(anAssignment(customer, stored(aProduct().named("Observe").build()), "Default", everything));
    }

    @Test
    void the_name_of_a_removed_assignment_is_free_again() {
        var first = anAssignment(customer, product, "Default", everything);
        add(first);
        remove(first);
        var second = anAssignment(customer, product, "Default", everything);

        add(second);

        assertThat(inOneUnit(() -> assignments().get(customer, second.id())).id())
                .isEqualTo(second.id());
    }

    @Test
    void under_a_name_the_one_that_is_there_is_found_or_else_the_one_that_was_removed_last() {
        var first = anAssignment(customer, product, "Default", everything);
        var second = anAssignment(customer, product, "Default", everything);
        var third = anAssignment(customer, product, "Default", everything);
        add(first);
        remove(first, TUESDAY.plusSeconds(9));
        assertThat(named()).isEqualTo(first.id());
        add(second);
        assertThat(named()).isEqualTo(second.id());
        remove(second, TUESDAY);
        assertThat(named()).isEqualTo(first.id());
        add(third);
        assertThat(named()).isEqualTo(third.id());
    }

    private AssignmentId named() {
        return inOneUnit(() -> assignments().named(customer, product.ofProduct(), AssignmentName.DEFAULT))
                .id();
    }

    @Test
    void under_a_name_nobody_finds_what_is_anothers() {
        var assignment = anAssignment(customer, product, "Default", everything);
        add(assignment);
        remove(assignment);
        var other = aStoredCustomer();
        var berlin = new AssignmentName("Berlin");

        refuses(
                ErrorCode.ASSIGNMENT_NOT_FOUND,
                () -> assignments().named(other, product.ofProduct(), AssignmentName.DEFAULT));
        refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, () -> assignments().named(customer, product.ofProduct(), berlin));
        refuses(
                ErrorCode.ASSIGNMENT_NOT_FOUND,
                () -> assignments().named(customer, new ProductId(id()), AssignmentName.DEFAULT));
        refuses(
                ErrorCode.ASSIGNMENT_NOT_FOUND,
                ELSEWHERE,
                () -> assignments().named(customer, product.ofProduct(), AssignmentName.DEFAULT));
    }

    @Test
    void what_came_back_is_found_as_it_became() {
        var assignment = anAssignment(customer, product, "Default", everything);
        add(assignment);
        remove(assignment);

        var back = inOneUnit(() -> comeBack(assignment.id()));

        assertThat(back.removedAt()).isEmpty();
        assertThat(back.purchasedAt()).isEqualTo(TUESDAY);
        assertThat(inOneUnit(() -> assignments().get(customer, assignment.id())).snapshot())
                .isEqualTo(back);
    }

    @Test
    void what_comes_back_finds_its_name_taken() {
        var first = anAssignment(customer, product, "Default", everything);
        add(first);
        remove(first);
        var removed = inOneUnit(() -> assignments().named(customer, product.ofProduct(), AssignmentName.DEFAULT));
        add(anAssignment(customer, product, "Default", everything));

        refuses(ErrorCode.CUSTOMER_PRODUCT_EXISTS, () -> {
            removed.comeBack(everything, Optional.empty(), product, ANNA, TUESDAY);
            return assignments().save(removed);
        });
        refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, () -> assignments().get(customer, first.id()));
    }

    private Uni<ProductAssignment.Snapshot> comeBack(AssignmentId id) {
        return assignments()
                .named(customer, product.ofProduct(), AssignmentName.DEFAULT)
                .chain(it -> {
                    assertThat(it.id()).isEqualTo(id);
                    it.comeBack(everythingOf(LicenseLevel.SIGNATURE), Optional.of(TUESDAY), product, ANNA, TUESDAY);
                    return assignments().save(it).replaceWith(it::snapshot);
                });
    }

    @Test
    void a_failure_after_add_leaves_neither_state_nor_event() {
        var assignment = ProductAssignment.assign(
                new AssignmentId(AdoptionFixtures.id()),
                customer,
                product,
                AssignmentName.DEFAULT,
                everything,
                Optional.empty(),
                ANNA,
                TUESDAY);
        long before = storedEvents();

        assertThatThrownBy(() -> inOneUnit(() -> assignments().add(assignment).chain(() -> fail())))
                .hasMessageContaining("later step");

        refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, () -> assignments().get(customer, assignment.id()));
        assertThat(storedEvents()).isEqualTo(before);
    }

    private void add(ProductAssignment assignment) {
        inOneUnit(() -> assignments().add(assignment));
    }

    private void remove(ProductAssignment assignment) {
        remove(assignment, TUESDAY);
    }

    private void remove(ProductAssignment assignment, Instant when) {
        inOneUnit(() -> assignments().get(customer, assignment.id()).chain(it -> {
            it.remove(ANNA, when);
            return assignments().save(it);
        }));
    }
}
