package dev.cairn.domain.catalog;

import static dev.cairn.domain.catalog.Drafts.aDocument;
import static dev.cairn.domain.catalog.Drafts.aTask;
import static dev.cairn.domain.catalog.Products.ANNA;
import static dev.cairn.domain.catalog.Products.TUESDAY;
import static dev.cairn.domain.catalog.Products.aSolution;
import static dev.cairn.domain.catalog.Products.anId;
import static dev.cairn.domain.catalog.Products.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.OfferingKind;
import dev.cairn.domain.shared.ProductId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SolutionTest {
    private final ProductId edge = anId();
    private final ProductId cloud = anId();
    private final Solution suite = aSolution(aDocument()
            .named("Suite")
            .holding(edge, cloud)
            .with(aTask("Kick off").weighing("20")));

    private static void assertRefused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static SolutionDetails details(String name, ProductId... products) {
        return new SolutionDetails(new ProductDetails(name, Optional.empty(), Optional.empty()), List.of(products));
    }

    @Test
    void it_holds_products_in_order_and_tasks_of_its_own() {
        assertThat(suite.snapshot().products()).containsExactly(edge, cloud);
        assertThat(suite.snapshot().tasks()).hasSize(1);
        assertThat(suite.id().kind()).isEqualTo(OfferingKind.SOLUTION);
        assertThat(suite.blueprint().product()).isEqualTo(suite.id());
        assertThat(Solution.restore(suite.snapshot()).snapshot()).isEqualTo(suite.snapshot());
    }

    @Test
    void what_happens_to_it_is_told_in_its_own_name() {
        suite.addTask(aTask("Train").build(), ids(), ANNA, TUESDAY);
        suite.orderProducts(List.of(cloud, edge), ANNA, TUESDAY);
        suite.archive(ANNA, TUESDAY);
        assertThat(suite.takeEvents())
                .extracting(DomainEvent::type)
                .containsExactly("solution.task_added", "solution.products_ordered", "solution.archived");
    }

    @Test
    void a_change_of_what_it_holds_raises_the_version_and_the_same_again_does_not() {
        suite.update(details("Suite", cloud), ANNA, TUESDAY);
        assertThat(suite.version()).isEqualTo(2);
        assertThat(suite.takeEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.changes().after())
                        .containsEntry("productIds", List.of(cloud.value().toString())));
        suite.update(details("Suite", cloud), ANNA, TUESDAY);
        assertThat(suite.version()).isEqualTo(2);
    }

    @Test
    void an_order_names_each_product_once() {
        assertRefused(ErrorCode.VALIDATION_ERROR, () -> suite.orderProducts(List.of(edge), ANNA, TUESDAY));
        assertRefused(ErrorCode.VALIDATION_ERROR, () -> suite.orderProducts(List.of(edge, edge), ANNA, TUESDAY));
        assertRefused(ErrorCode.PRODUCT_NOT_FOUND, () -> suite.orderProducts(List.of(edge, anId()), ANNA, TUESDAY));
        assertThat(suite.version()).isEqualTo(1);
    }

    @Test
    void the_same_product_twice_is_a_fault_where_it_stands_again() {
        assertThatThrownBy(() -> aDocument().holding(edge, cloud, edge).build())
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/productIds/2"));
        assertRefused(
                ErrorCode.VALIDATION_ERROR,
                () -> SolutionDetails.of(new SolutionDetails.Draft(
                        new ProductDetails.Draft(Optional.of("Suite"), Optional.empty(), Optional.empty()),
                        List.of(edge, edge))));
    }

    @Test
    void it_holds_fifty_products_at_most() {
        var many = IntStream.range(0, 51).mapToObj(i -> anId()).toArray(ProductId[]::new);
        assertRefused(ErrorCode.VALIDATION_ERROR, () -> suite.update(details("Suite", many), ANNA, TUESDAY));
    }

    @Test
    void a_document_puts_its_products_first_and_pruned_says_all_there_are() {
        var mail = anId();
        var document = aDocument().named("Suite").holding(mail, cloud).build();
        suite.importDocument(document, new Offering.Mode(false, false), ids(), ANNA, TUESDAY);
        assertThat(suite.snapshot().products()).containsExactly(mail, cloud, edge);
        suite.importDocument(aDocument().named("Suite").build(), new Offering.Mode(false, false), ids(), ANNA, TUESDAY);
        assertThat(suite.snapshot().products()).containsExactly(mail, cloud, edge);
        suite.importDocument(document, new Offering.Mode(true, false), ids(), ANNA, TUESDAY);
        assertThat(suite.snapshot().products()).containsExactly(mail, cloud);
    }

    @Test
    void an_export_brought_in_again_changes_nothing() {
        suite.importDocument(suite.export(), new Offering.Mode(true, false), ids(), ANNA, TUESDAY);
        assertThat(suite.version()).isEqualTo(1);
        assertThat(suite.export().products()).hasValue(List.of(edge, cloud));
    }

    @Test
    void a_product_that_goes_leaves_it() {
        suite.lose(edge, ANNA, TUESDAY);
        suite.lose(edge, ANNA, TUESDAY);
        assertThat(suite.snapshot().products()).containsExactly(cloud);
        assertThat(suite.takeEvents()).extracting(DomainEvent::type).containsExactly("solution.product_left");
    }

    @Test
    void one_that_customers_have_is_not_deleted() {
        assertRefused(ErrorCode.SOLUTION_HAS_CUSTOMERS, () -> suite.delete(true, ANNA, TUESDAY));
        suite.delete(false, ANNA, TUESDAY);
        assertThat(suite.takeEvents()).extracting(DomainEvent::type).containsExactly("solution.deleted");
    }

    @Test
    void a_product_says_nothing_of_products() {
        assertThat(Products.aProduct().export().products()).isEmpty();
    }
}
