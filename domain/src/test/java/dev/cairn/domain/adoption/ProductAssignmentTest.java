package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.BEN;
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
import static dev.cairn.domain.catalog.published.LicenseLevel.ADVANTAGE;
import static dev.cairn.domain.catalog.published.LicenseLevel.ESSENTIAL;
import static dev.cairn.domain.catalog.published.LicenseLevel.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.adoption.published.AssignmentEvent;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProductAssignmentTest {
    private final Blueprint.Outcome trust = outcome("Zero-trust access");
    private final Blueprint.Release spring = release("2026.1", "1");
    private final Blueprint product = aProduct().having(trust).having(spring).build();
    private final Entitlement chosen = new Entitlement(ADVANTAGE, outcomeIds(trust), releaseIds(spring));

    @Nested
    class WhenAProductIsAssigned {
        private final CustomerId customer = new CustomerId(id());
        private final AssignmentId id = new AssignmentId(AdoptionFixtures.id());

        @Test
        void the_customer_has_it_from_now_on() {
            var assignment = ProductAssignment.assign(
                    id, customer, product, AssignmentName.DEFAULT, chosen, Optional.empty(), ANNA, TUESDAY);

            assertThat(assignment.snapshot())
                    .isEqualTo(new ProductAssignment.Snapshot(
                            AdoptionFixtures.ORG,
                            id,
                            customer,
                            product.ofProduct(),
                            new AssignmentName("Default"),
                            chosen,
                            TUESDAY,
                            Optional.empty(),
                            1,
                            Optional.empty()));
        }

        @Test
        void it_may_have_been_bought_earlier() {
            var assignment = ProductAssignment.assign(
                    id, customer, product, AssignmentName.DEFAULT, chosen, Optional.of(MONDAY), ANNA, TUESDAY);

            assertThat(assignment.snapshot().purchasedAt()).isEqualTo(MONDAY);
        }

        @Test
        void the_world_is_told() {
            var assignment = ProductAssignment.assign(
                    id, customer, product, AssignmentName.DEFAULT, chosen, Optional.empty(), ANNA, TUESDAY);

            var event = only(assignment);
            assertThat(event.type()).isEqualTo("product.assigned");
            assertThat(event.occurrence().subject().kind()).isEqualTo(EntityKind.ASSIGNMENT);
            assertThat(event.occurrence().subject().id()).isEqualTo(id.value());
            assertThat(event.occurrence().subject().customer()).contains(customer);
            assertThat(event.occurrence().by()).isEqualTo(ANNA);
            assertThat(event.occurrence().at()).isEqualTo(TUESDAY);
            assertThat(event.changes().before()).isEmpty();
            assertThat(event.changes().after())
                    .isEqualTo(Map.of(
                            "productId",
                            product.product().value().toString(),
                            "name",
                            "Default",
                            "licenseLevel",
                            "ADVANTAGE",
                            "selectedOutcomeIds",
                            List.of(trust.id().value().toString()),
                            "selectedReleaseIds",
                            List.of(spring.id().value().toString()),
                            "purchasedAt",
                            TUESDAY));
            assertThat(event.data())
                    .containsEntry("productId", product.product().value().toString())
                    .containsEntry("restored", false)
                    .containsEntry("before", Map.of())
                    .containsEntry("after", event.changes().after());
        }

        @Test
        void its_selection_is_of_the_product() {
            var strange = new Entitlement(ESSENTIAL, Set.of(new OutcomeId(AdoptionFixtures.id())), Set.of());

            assertThatThrownBy(() -> ProductAssignment.assign(
                            id, customer, product, AssignmentName.DEFAULT, strange, Optional.empty(), ANNA, MONDAY))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.OUTCOME_NOT_OF_PRODUCT));
        }
    }

    @Nested
    class WhenItChanges {
        private final ProductAssignment assignment = anAssignment(product, chosen);

        @Test
        void the_level_moves_and_the_selection_stays() {
            assignment.change(level(SIGNATURE), product, BEN, TUESDAY);

            assertThat(assignment.entitlement())
                    .isEqualTo(new Entitlement(SIGNATURE, outcomeIds(trust), releaseIds(spring)));
            assertThat(assignment.snapshot().version()).isEqualTo(2);
            var event = only(assignment);
            assertThat(event.type()).isEqualTo("product.changed");
            assertThat(event.changes().before()).isEqualTo(Map.of("licenseLevel", "ADVANTAGE"));
            assertThat(event.changes().after()).isEqualTo(Map.of("licenseLevel", "SIGNATURE"));
        }

        @Test
        void an_empty_selection_selects_all() {
            assignment.change(
                    EntitlementChange.of(Optional.empty(), Optional.of(List.of()), Optional.of(List.of())),
                    product,
                    BEN,
                    TUESDAY);

            assertThat(assignment.entitlement()).isEqualTo(everythingOf(ADVANTAGE));
            var event = only(assignment);
            assertThat(event.changes().before())
                    .isEqualTo(Map.of(
                            "selectedOutcomeIds", List.of(trust.id().value().toString()),
                            "selectedReleaseIds", List.of(spring.id().value().toString())));
            assertThat(event.changes().after())
                    .isEqualTo(Map.of("selectedOutcomeIds", List.of(), "selectedReleaseIds", List.of()));
        }

        @Test
        void setting_what_it_has_changes_nothing() {
            var before = assignment.snapshot();

            assignment.change(
                    EntitlementChange.of(
                            Optional.of(ADVANTAGE),
                            Optional.of(List.of(trust.id())),
                            Optional.of(List.of(spring.id()))),
                    product,
                    BEN,
                    TUESDAY);

            assertThat(assignment.snapshot()).isEqualTo(before);
            assertThat(assignment.takeEvents()).isEmpty();
        }

        @Test
        void a_refused_selection_leaves_all_as_it_was() {
            var before = assignment.snapshot();
            var strange = EntitlementChange.of(
                    Optional.of(SIGNATURE), Optional.empty(), Optional.of(List.of(new ReleaseId(id()))));

            assertThatThrownBy(() -> assignment.change(strange, product, BEN, TUESDAY))
                    .isInstanceOf(DomainException.class);

            assertThat(assignment.snapshot()).isEqualTo(before);
        }
    }

    @Nested
    class WhenItIsRemoved {
        private final ProductAssignment assignment = anAssignment(product, chosen);

        @Test
        void it_is_gone_from_then_on_and_says_what_it_was() {
            assignment.remove(BEN, TUESDAY);

            assertThat(assignment.snapshot().removedAt()).contains(TUESDAY);
            assertThat(assignment.snapshot().version()).isEqualTo(2);
            var event = only(assignment);
            assertThat(event.type()).isEqualTo("product.removed");
            assertThat(event.changes().before()).containsEntry("licenseLevel", "ADVANTAGE");
            assertThat(event.changes().after()).isEmpty();
        }

        @Test
        void it_neither_changes_nor_goes_again() {
            assignment.remove(BEN, MONDAY);

            assertThatThrownBy(() -> assignment.remove(BEN, TUESDAY)).satisfies(ProductAssignmentTest::isMissing);
            assertThatThrownBy(() -> assignment.change(level(SIGNATURE), product, BEN, TUESDAY))
                    .satisfies(ProductAssignmentTest::isMissing);
        }
    }

    @Test
    void what_is_stored_comes_back_as_it_was_and_repeats_no_event() {
        var assignment = anAssignment(product, chosen);
        assignment.remove(BEN, TUESDAY);

        var restored = ProductAssignment.restore(assignment.snapshot());

        assertThat(restored.snapshot()).isEqualTo(assignment.snapshot());
        assertThat(restored.product()).isEqualTo(product.product());
        assertThat(restored.id()).isEqualTo(assignment.id());
        assertThat(restored.takeEvents()).isEmpty();
    }

    @Test
    void what_cannot_have_been_stored_does_not_come_back() {
        var stored = anAssignment(product, chosen).snapshot();

        assertThatThrownBy(() -> ProductAssignment.restore(new ProductAssignment.Snapshot(
                        stored.org(),
                        stored.id(),
                        stored.customer(),
                        stored.product(),
                        stored.name(),
                        stored.entitlement(),
                        stored.purchasedAt(),
                        stored.solution(),
                        0,
                        stored.removedAt())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static EntitlementChange level(LicenseLevel level) {
        return EntitlementChange.of(Optional.of(level), Optional.empty(), Optional.empty());
    }

    private static void isMissing(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ASSIGNMENT_NOT_FOUND));
    }

    private static AssignmentEvent only(ProductAssignment assignment) {
        var events = assignment.takeEvents();
        assertThat(events).hasSize(1);
        return (AssignmentEvent) events.get(0);
    }

    @Nested
    class WhenItComesBack {
        private final ProductAssignment assignment = anAssignment(product, chosen);
        private final ProductAssignment.Snapshot bought = assignment.snapshot();

        private void remove() {
            assignment.remove(ANNA, TUESDAY);
            assertThat(assignment.takeEvents())
                    .singleElement()
                    .satisfies(event -> assertThat(event.data()).doesNotContainKey("restored"));
        }

        @Test
        void it_is_the_same_one_with_what_is_sold_now() {
            remove();

            assignment.comeBack(everythingOf(SIGNATURE), Optional.empty(), product, BEN, TUESDAY);

            assertThat(assignment.snapshot())
                    .isEqualTo(new ProductAssignment.Snapshot(
                            bought.org(),
                            bought.id(),
                            bought.customer(),
                            bought.product(),
                            bought.name(),
                            everythingOf(SIGNATURE),
                            bought.purchasedAt(),
                            Optional.empty(),
                            bought.version() + 2,
                            Optional.empty()));
        }

        @Test
        void it_was_bought_when_somebody_says_so() {
            remove();

            assignment.comeBack(chosen, Optional.of(TUESDAY), product, BEN, TUESDAY);

            assertThat(assignment.snapshot().purchasedAt()).isEqualTo(TUESDAY);
        }

        @Test
        void it_is_told_as_assigned_and_that_it_was_there_before() {
            remove();

            assignment.comeBack(chosen, Optional.empty(), product, BEN, TUESDAY);

            assertThat(assignment.takeEvents()).singleElement().satisfies(event -> {
                assertThat(event.type()).isEqualTo("product.assigned");
                assertThat(event.data()).containsEntry("restored", true).containsEntry("before", Map.of());
                assertThat(event.changes().after()).containsEntry("licenseLevel", "ADVANTAGE");
                assertThat(event.occurrence().by()).isEqualTo(BEN);
            });
        }

        @Test
        void one_that_the_customer_has_does_not() {
            assertThatThrownBy(() -> assignment.comeBack(chosen, Optional.empty(), product, ANNA, TUESDAY))
                    .isInstanceOfSatisfying(DomainException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.CUSTOMER_PRODUCT_EXISTS);
                        assertThat(refusal.faults().get(0).pointer()).isEqualTo("/name");
                    });
            assertThat(assignment.takeEvents()).isEmpty();
        }

        @Test
        void what_is_not_of_the_product_is_refused_as_ever() {
            remove();
            var strange = new Entitlement(ADVANTAGE, outcomeIds(outcome("Strange")), Set.of());

            assertThatThrownBy(() -> assignment.comeBack(strange, Optional.empty(), product, ANNA, TUESDAY))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.OUTCOME_NOT_OF_PRODUCT));
            assertThat(assignment.snapshot().removedAt()).isPresent();
        }
    }
}
