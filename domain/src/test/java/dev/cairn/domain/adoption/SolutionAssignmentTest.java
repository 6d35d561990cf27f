package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.anAssignment;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcome;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcomeIds;
import static dev.cairn.domain.adoption.AdoptionFixtures.release;
import static dev.cairn.domain.adoption.AdoptionFixtures.releaseIds;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.Solutions.aSolution;
import static dev.cairn.domain.adoption.Solutions.assigned;
import static dev.cairn.domain.adoption.Solutions.ownOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.SolutionBlueprint;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ProductId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SolutionAssignmentTest {
    private final Blueprint.Outcome trust = outcome("Trust");
    private final Blueprint.Outcome cost = outcome("Cost");
    private final Blueprint.Outcome team = outcome("One team");
    private final Blueprint.Release spring = release("2026.1", "1");
    private final Blueprint edge =
            aProduct().named("Secure Edge").having(trust).having(spring).build();
    private final Blueprint cloud =
            aProduct().named("Secure Cloud").having(cost).build();
    private final SolutionBlueprint suite =
            aSolution(ownOf("Suite").having(team).build(), edge, cloud);

    private static EntitlementChange instead(LicenseLevel level) {
        return new EntitlementChange(Optional.of(level), Optional.empty(), Optional.empty());
    }

    private static EntitlementChange selecting(OutcomeId... outcomes) {
        return new EntitlementChange(Optional.empty(), Optional.of(Set.of(outcomes)), Optional.empty());
    }

    private static void assertRefused(ErrorCode code, String pointer, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly(pointer);
        });
    }

    private static Entitlement selected(OutcomeId... outcomes) {
        return new Entitlement(LicenseLevel.ADVANTAGE, Set.of(outcomes), Set.of());
    }

    private SolutionAssignment.Arrival arrival(SolutionAssignment assignment, ProductAssignment... present) {
        return assignment.bring(edge, List.of(present), AdoptionFixtures::id, ANNA, TUESDAY);
    }

    @Nested
    class WhenItIsAssigned {
        @Test
        void it_is_called_like_the_solution_when_nobody_says() {
            assertThat(assigned(suite).snapshot().name()).isEqualTo(new AssignmentName("Suite"));
        }

        @Test
        void the_world_is_told_which_solution() {
            var assignment = SolutionAssignment.assign(
                    new AssignmentId(id()),
                    new CustomerId(id()),
                    suite,
                    Optional.empty(),
                    everythingOf(LicenseLevel.ESSENTIAL),
                    List.of(),
                    Optional.of(MONDAY),
                    ANNA,
                    TUESDAY);
            var event = assignment.takeEvents().get(0);
            assertThat(event.type()).isEqualTo("solution.assigned");
            assertThat(event.data())
                    .containsEntry("solutionId", suite.own().product().value().toString());
            assertThat(assignment.snapshot().purchasedAt()).isEqualTo(MONDAY);
        }

        @Test
        void what_is_selected_may_be_of_the_solution_or_of_any_of_its_products() {
            assertThat(assigned(suite, selected(trust.id(), cost.id(), team.id()))
                            .snapshot()
                            .entitlement())
                    .isEqualTo(selected(trust.id(), cost.id(), team.id()));
            assertRefused(
                    ErrorCode.OUTCOME_NOT_OF_PRODUCT,
                    "/selectedOutcomeIds/0",
                    () -> assigned(suite, selected(outcome("Strange").id())));
            assertRefused(
                    ErrorCode.RELEASE_NOT_OF_PRODUCT,
                    "/selectedReleaseIds/0",
                    () -> assigned(
                            suite, new Entitlement(LicenseLevel.ESSENTIAL, Set.of(), releaseIds(release("x", "1")))));
        }

        @Test
        void an_override_is_about_a_product_that_it_holds_and_selects_what_that_has() {
            assertRefused(
                    ErrorCode.PRODUCT_NOT_FOUND,
                    "/products/1/productId",
                    () -> assigned(
                            suite,
                            everythingOf(LicenseLevel.ESSENTIAL),
                            new ProductOverride(edge.ofProduct(), instead(LicenseLevel.SIGNATURE)),
                            new ProductOverride(new ProductId(id()), instead(LicenseLevel.SIGNATURE))));
            assertRefused(
                    ErrorCode.OUTCOME_NOT_OF_PRODUCT,
                    "/products/0/selectedOutcomeIds/0",
                    () -> assigned(
                            suite,
                            everythingOf(LicenseLevel.ESSENTIAL),
                            new ProductOverride(edge.ofProduct(), selecting(cost.id()))));
        }

        @Test
        void a_product_is_overridden_once() {
            var override = new ProductOverride(edge.ofProduct(), instead(LicenseLevel.SIGNATURE));
            assertRefused(
                    ErrorCode.VALIDATION_ERROR,
                    "/products/1/productId",
                    () -> ProductOverride.eachOnce(List.of(override, override)));
        }
    }

    @Nested
    class WhatItEntitlesTo {
        @Test
        void is_of_each_what_it_has_of_the_selection() {
            var assignment = assigned(suite, selected(trust.id(), team.id()));
            assertThat(assignment.entitlementTo(edge)).isEqualTo(selected(trust.id()));
            assertThat(assignment.entitlementTo(suite.own())).isEqualTo(selected(team.id()));
        }

        @Test
        void is_everything_where_nothing_of_the_selection_is_left() {
            assertThat(assigned(suite, selected(trust.id())).entitlementTo(cloud))
                    .isEqualTo(selected());
        }

        @Test
        void is_what_an_override_says_in_what_it_says() {
            var assignment = assigned(
                    suite,
                    new Entitlement(LicenseLevel.ADVANTAGE, outcomeIds(trust), releaseIds(spring)),
                    new ProductOverride(edge.ofProduct(), selecting()));
            assertThat(assignment.entitlementTo(edge))
                    .isEqualTo(new Entitlement(LicenseLevel.ADVANTAGE, Set.of(), releaseIds(spring)));
        }
    }

    @Nested
    class WhenAProductComesWithIt {
        @Test
        void a_new_one_is_named_after_both_and_managed() {
            var assignment = assigned(suite);
            var arrival = arrival(assignment);
            assertThat(arrival.fresh()).isTrue();
            assertThat(arrival.assignment().snapshot().name()).isEqualTo(new AssignmentName("Suite – Secure Edge"));
            assertThat(arrival.assignment().snapshot().solution()).hasValue(assignment.id());
            assertThat(arrival.assignment().takeEvents())
                    .extracting(DomainEvent::type)
                    .containsExactly("product.assigned");
        }

        @Test
        void nothing_comes_with_one_that_was_removed() {
            var assignment = assigned(suite);
            assignment.remove(ANNA, TUESDAY);
            assertThatThrownBy(() -> assignment.bringLater(edge, List.of(), AdoptionFixtures::id, ANNA, TUESDAY))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ASSIGNMENT_NOT_FOUND));
        }

        @Test
        void a_name_that_is_taken_gets_a_number() {
            var assignment = assigned(suite);
            var one = anAssignment(
                    assignment.customer(), edge, "Suite – Secure Edge", everythingOf(LicenseLevel.ESSENTIAL));
            var two = anAssignment(
                    assignment.customer(), edge, "Suite – Secure Edge (2)", everythingOf(LicenseLevel.ESSENTIAL));
            assertThat(arrival(assignment, one, two).assignment().snapshot().name())
                    .isEqualTo(new AssignmentName("Suite – Secure Edge (3)"));
        }

        @Test
        void a_default_that_nobody_manages_is_taken_with_its_plan() {
            var assignment = assigned(suite, selected(trust.id()));
            var own = anAssignment(edge, everythingOf(LicenseLevel.ESSENTIAL));
            var arrival = arrival(assignment, own);
            assertThat(arrival.fresh()).isFalse();
            assertThat(arrival.assignment()).isSameAs(own);
            assertThat(own.snapshot().name()).isEqualTo(AssignmentName.DEFAULT);
            assertThat(own.snapshot().version()).isEqualTo(2);
            assertThat(own.entitlement()).isEqualTo(selected(trust.id()));
            assertThat(own.takeEvents()).singleElement().satisfies(event -> {
                assertThat(event.type()).isEqualTo("product.changed");
                assertThat(event.changes().after())
                        .containsEntry(
                                "solutionAssignmentId", assignment.id().value().toString());
            });
        }

        @Test
        void a_default_that_another_solution_manages_is_left_alone() {
            var own = anAssignment(edge, everythingOf(LicenseLevel.ESSENTIAL));
            arrival(assigned(suite), own);
            assertThat(arrival(assigned(suite), own).fresh()).isTrue();
        }

        @Test
        void one_that_was_part_of_it_before_is_taken_only_when_it_comes_back_later() {
            var assignment = assigned(suite);
            var own = arrival(assignment).assignment();
            own.leaveSolution(ANNA, TUESDAY);
            assertThat(arrival(assignment, own).fresh()).isTrue();
            assertThat(assignment
                            .bringLater(edge, List.of(own), AdoptionFixtures::id, ANNA, TUESDAY)
                            .assignment())
                    .isSameAs(own);
        }

        @Test
        void one_that_somebody_else_brought_just_now_is_not_brought_again() {
            var assignment = assigned(suite);
            var own = arrival(assignment).assignment();
            own.takeEvents();
            var again = assignment.bringLater(edge, List.of(own), AdoptionFixtures::id, ANNA, TUESDAY);
            assertThat(again).isEqualTo(new SolutionAssignment.Arrival(own, false));
            assertThat(own.takeEvents()).isEmpty();
        }

        @Test
        void it_is_neither_changed_nor_removed_alone() {
            var product = arrival(assigned(suite)).assignment();
            for (Runnable alone : List.<Runnable>of(
                    () -> product.change(instead(LicenseLevel.SIGNATURE), edge, ANNA, TUESDAY),
                    () -> product.remove(ANNA, TUESDAY))) {
                assertThatThrownBy(alone::run)
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PRODUCT_MANAGED_BY_SOLUTION));
            }
            assertThat(product.snapshot().version()).isEqualTo(1);
        }

        @Test
        void it_goes_with_it_or_stays_by_itself() {
            var gone = arrival(assigned(suite)).assignment();
            gone.removeWithSolution(ANNA, TUESDAY);
            assertThat(gone.snapshot().removedAt()).hasValue(TUESDAY);
            var left = arrival(assigned(suite)).assignment();
            left.leaveSolution(ANNA, TUESDAY);
            assertThat(left.isManaged()).isFalse();
            left.remove(ANNA, TUESDAY);
        }
    }

    @Nested
    class WhenItChanges {
        private final SolutionAssignment assignment = assigned(suite, selected(trust.id()));

        @Test
        void its_products_follow_when_they_are_told() {
            var product = arrival(assignment).assignment();
            product.takeEvents();
            assignment.change(instead(LicenseLevel.SIGNATURE), Optional.empty(), suite, ANNA, TUESDAY);
            product.follow(assignment, edge, ANNA, TUESDAY);
            assertThat(product.entitlement().licenseLevel()).isEqualTo(LicenseLevel.SIGNATURE);
            product.follow(assignment, edge, ANNA, TUESDAY);
            assertThat(product.takeEvents()).hasSize(1);
            assertThat(assignment.takeEvents()).singleElement().satisfies(event -> {
                assertThat(event.type()).isEqualTo("solution.changed");
                assertThat(event.changes().before()).containsOnlyKeys("licenseLevel");
            });
        }

        @Test
        void what_was_said_of_a_product_that_is_archived_by_now_may_be_said_again() {
            var override = new ProductOverride(edge.ofProduct(), selecting(trust.id()));
            var archived = new SolutionBlueprint(
                    suite.own(),
                    suite.held(),
                    List.of(cloud),
                    Map.of(edge.ofProduct(), edge, cloud.ofProduct(), cloud));
            assignment.change(selecting(trust.id()), Optional.of(List.of(override)), archived, ANNA, TUESDAY);
            assertThat(assignment.entitlementTo(edge).selectedOutcomes()).containsExactly(trust.id());
        }

        @Test
        void nothing_new_raises_nothing() {
            assignment.change(selecting(trust.id()), Optional.of(List.of()), suite, ANNA, TUESDAY);
            assertThat(assignment.version()).isEqualTo(1);
            assertThat(assignment.takeEvents()).isEmpty();
        }

        @Test
        void overrides_stay_unless_others_are_named() {
            var override = new ProductOverride(edge.ofProduct(), instead(LicenseLevel.SIGNATURE));
            assignment.change(instead(LicenseLevel.ESSENTIAL), Optional.of(List.of(override)), suite, ANNA, TUESDAY);
            assignment.change(instead(LicenseLevel.ADVANTAGE), Optional.empty(), suite, ANNA, TUESDAY);
            assertThat(assignment.entitlementTo(edge).licenseLevel()).isEqualTo(LicenseLevel.SIGNATURE);
            assertThat(assignment.entitlementTo(cloud).licenseLevel()).isEqualTo(LicenseLevel.ADVANTAGE);
        }

        @Test
        void once_removed_it_is_not_there_any_more() {
            assignment.remove(ANNA, TUESDAY);
            assertThat(assignment.snapshot().removedAt()).hasValue(TUESDAY);
            assertThatThrownBy(() -> assignment.remove(ANNA, TUESDAY))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ASSIGNMENT_NOT_FOUND));
        }
    }

    @Test
    void what_was_stored_is_restored_without_a_word() {
        var assignment = assigned(suite, selected(trust.id()));
        var restored = SolutionAssignment.restore(assignment.snapshot());
        assertThat(restored.snapshot()).isEqualTo(assignment.snapshot());
        assertThat(restored.takeEvents()).isEmpty();
        assertThat(restored.solution()).isEqualTo(suite.own().product());
    }

    @Test
    void a_version_before_the_first_is_a_fault_of_the_store() {
        var stored = assigned(suite).snapshot();
        assertThatThrownBy(() -> SolutionAssignment.restore(new SolutionAssignment.Snapshot(
                        stored.org(),
                        stored.id(),
                        stored.customer(),
                        stored.solution(),
                        stored.name(),
                        stored.entitlement(),
                        stored.overrides(),
                        stored.purchasedAt(),
                        0,
                        stored.removedAt())))
                .isInstanceOf(IllegalStateException.class);
    }
}
