package dev.cairn.application.catalog.view;

import static dev.cairn.domain.catalog.Drafts.aDocument;
import static dev.cairn.domain.catalog.Drafts.aTask;
import static dev.cairn.domain.catalog.Products.MONDAY;
import static dev.cairn.domain.catalog.Products.aRichDocument;
import static dev.cairn.domain.catalog.Products.anId;
import static dev.cairn.domain.catalog.Products.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.PermissionMatrix;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.Sort;
import dev.cairn.domain.catalog.Drafts;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.catalog.ProductTask;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.OfferingKind;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ProductViews} keeps. Each test uses organisations of its own. */
public abstract class ProductViewsContract {
    private static final ProductFilter ANY =
            new ProductFilter(OfferingKind.PRODUCT, false, Optional.empty(), Optional.empty());

    private final Actor anna = new Actor(anOrganisation(), "anna");
    private final Actor bob = new Actor(anOrganisation(), "bob");

    protected abstract ProductViews views();

    /** Stores the product, and nothing else of its organisation changes. */
    protected abstract void store(Product product);

    /** Waits for what was asked. */
    protected abstract <T> T ask(Supplier<Uni<T>> question);

    private static OrgId anOrganisation() {
        return new OrgId("org-" + UUID.randomUUID());
    }

    private static ReadScope scope(Actor reader) {
        var gate = new Gate(
                new PermissionMatrix(Set.of()),
                (scope, target) -> Uni.createFrom().item(Optional.empty()));
        return gate.scope(Permission.CATALOG_READ, Caller.of(reader, Role.VIEWER));
    }

    private Product stored(Drafts.Document document, int minutes) {
        var product = made(document, anna, minutes);
        store(product);
        return product;
    }

    private static Product made(Drafts.Document document, Actor by, int minutes) {
        return Product.create(anId(), document.build(), false, ids(), by, MONDAY.plusSeconds(60L * minutes))
                .offering();
    }

    private Page<ProductSummary> list(ProductFilter filter, PageRequest<ProductSort> page) {
        return ask(() -> views().list(scope(anna), filter, page));
    }

    private List<String> names(ProductFilter filter, List<Sort<ProductSort>> sort) {
        return names(list(filter, new PageRequest<>(50, 0, Optional.empty(), sort)));
    }

    private static List<String> names(Page<ProductSummary> page) {
        return page.items().stream().map(summary -> summary.details().name()).toList();
    }

    private static void assertRefused(ErrorCode code, Supplier<?> act) {
        assertThatThrownBy(act::get)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @BeforeEach
    void another_organisation_has_products_too() {
        store(made(aRichDocument(), bob, 0));
        store(made(aDocument().named("Theirs"), bob, 1));
    }

    @Test
    void one_product_is_shown_whole() {
        var product = stored(aRichDocument(), 0);
        var view = ask(() -> views().get(scope(anna), product.id()));
        assertThat(view).isEqualTo(new ProductView(product.snapshot()));
    }

    @Test
    void one_task_is_shown_with_what_it_refers_to() {
        var product = stored(aRichDocument(), 0);
        var task = product.snapshot().tasks().get(0);
        var view = ask(() -> views().task(scope(anna), product.id(), task.id()));
        assertThat(view).isEqualTo(new ProductView(product.snapshot()).show(task));
        assertRefused(
                ErrorCode.TASK_NOT_FOUND,
                () -> ask(() -> views().task(scope(anna), product.id(), new ProductTaskId(ids().get()))));
    }

    @Test
    void an_export_is_the_products_own() {
        var product = stored(aRichDocument(), 0);
        assertThat(ask(() -> views().export(scope(anna), product.id())))
                .isEqualTo(new ProductExport(product.export(), product.version()));
    }

    @Test
    void a_list_says_of_each_what_it_amounts_to() {
        var product = stored(aRichDocument(), 0);
        var empty = stored(aDocument().named("Empty"), 1);
        var rich = product.snapshot();
        var page = list(ANY, new PageRequest<>(50, 0, Optional.empty(), List.of()));
        assertThat(page.total()).hasValue(2L);
        assertThat(page.nextCursor()).isEmpty();
        assertThat(page.items())
                .containsExactly(
                        new ProductSummary(
                                product.id(),
                                rich.details(),
                                1,
                                3,
                                new ProductView(rich).totalWeight(),
                                rich.createdAt(),
                                rich.updatedAt(),
                                Optional.empty()),
                        new ProductSummary(
                                empty.id(),
                                empty.snapshot().details(),
                                1,
                                0,
                                new ProductView(empty.snapshot()).totalWeight(),
                                empty.snapshot().createdAt(),
                                empty.snapshot().updatedAt(),
                                Optional.empty()));
    }

    @Test
    void a_list_is_narrowed() {
        stored(aDocument().named("Secure Edge").known("sku-1"), 0);
        stored(aDocument().named("Core 100%"), 1);
        var gone = made(aDocument().named("Old Edge"), anna, 2);
        gone.archive(anna, MONDAY.plusSeconds(600));
        store(gone);

        assertThat(names(ANY, List.of())).containsExactly("Secure Edge", "Core 100%");
        assertThat(names(new ProductFilter(OfferingKind.PRODUCT, true, Optional.empty(), Optional.empty()), List.of()))
                .containsExactly("Old Edge");
        assertThat(names(
                        new ProductFilter(OfferingKind.PRODUCT, false, Optional.of("sku-1"), Optional.empty()),
                        List.of()))
                .containsExactly("Secure Edge");
        assertThat(names(
                        new ProductFilter(OfferingKind.PRODUCT, false, Optional.of("SKU-1"), Optional.empty()),
                        List.of()))
                .isEmpty();
        assertThat(names(searching("EDGE"), List.of())).containsExactly("Secure Edge");
        assertThat(names(searching("0%"), List.of())).containsExactly("Core 100%");
        assertThat(names(searching("_"), List.of())).isEmpty();
    }

    private static ProductFilter searching(String text) {
        return new ProductFilter(OfferingKind.PRODUCT, false, Optional.empty(), Optional.of(FoldedText.of(text)));
    }

    @Test
    void a_list_is_sorted_and_ties_go_by_creation_backwards_when_all_keys_do() {
        stored(aDocument().named("b"), 1);
        stored(aDocument().named("C"), 0);
        stored(aDocument().named("A"), 1);

        assertThat(names(ANY, List.of())).containsExactly("b", "C", "A");
        assertThat(names(ANY, List.of(new Sort<>(ProductSort.NAME, false)))).containsExactly("A", "b", "C");
        assertThat(names(ANY, List.of(new Sort<>(ProductSort.CREATED_AT, false))))
                .containsExactly("C", "b", "A");
        assertThat(names(ANY, List.of(new Sort<>(ProductSort.CREATED_AT, true))))
                .containsExactly("A", "b", "C");
        assertThat(names(ANY, List.of(new Sort<>(ProductSort.UPDATED_AT, false), new Sort<>(ProductSort.NAME, false))))
                .containsExactly("C", "A", "b");
    }

    @Test
    void a_list_can_be_walked_to_its_end() {
        for (int i = 0; i < 5; i++) {
            stored(aDocument().named("Product " + i), i);
        }
        var sort = List.of(new Sort<>(ProductSort.NAME, true));
        var walked = new ArrayList<String>();
        var page = list(ANY, new PageRequest<>(2, 0, Optional.empty(), sort));
        assertThat(page.total()).hasValue(5L);
        walked.addAll(names(page));
        while (page.nextCursor().isPresent()) {
            page = list(ANY, new PageRequest<>(2, 0, page.nextCursor(), sort));
            assertThat(page.total()).isEmpty();
            walked.addAll(names(page));
        }
        assertThat(walked).containsExactly("Product 4", "Product 3", "Product 2", "Product 1", "Product 0");
        assertThat(names(list(ANY, new PageRequest<>(2, 3, Optional.empty(), sort))))
                .containsExactly("Product 1", "Product 0");
        assertRefused(
                ErrorCode.VALIDATION_ERROR, () -> list(ANY, new PageRequest<>(2, 0, Optional.of("nonsense"), sort)));
    }

    @Test
    void the_tasks_of_a_product_stand_in_sequence_or_as_asked() {
        var product = stored(
                aDocument()
                        .with(
                                aTask("b").weighing("2"),
                                aTask("C").weighing("1"),
                                aTask("A").weighing("2")),
                0);
        assertThat(tasks(product, 50, List.of())).containsExactly("b", "C", "A");
        assertThat(tasks(product, 2, List.of(new Sort<>(ProductTaskSort.SEQUENCE_NUMBER, true))))
                .containsExactly("A", "C");
        assertThat(tasks(product, 50, List.of(new Sort<>(ProductTaskSort.NAME, false))))
                .containsExactly("A", "b", "C");
        assertThat(tasks(product, 50, List.of(new Sort<>(ProductTaskSort.WEIGHT, false))))
                .containsExactly("C", "b", "A");
        assertThat(tasks(product, 50, List.of(new Sort<>(ProductTaskSort.WEIGHT, true))))
                .containsExactly("A", "b", "C");
    }

    @Test
    void a_page_of_tasks_shows_what_they_refer_to() {
        var product = stored(aRichDocument(), 0);
        var page = ask(
                () -> views().tasks(scope(anna), product.id(), new PageRequest<>(2, 0, Optional.empty(), List.of())));
        assertThat(page.items())
                .isEqualTo(new ProductView(product.snapshot()).tasks().subList(0, 2));
        assertThat(page.total()).hasValue(3L);
        var rest = ask(
                () -> views().tasks(scope(anna), product.id(), new PageRequest<>(2, 0, page.nextCursor(), List.of())));
        assertThat(rest.items()).hasSize(1);
        assertThat(rest.nextCursor()).isEmpty();
    }

    private List<String> tasks(Product product, int limit, List<Sort<ProductTaskSort>> sort) {
        return ask(() -> views().tasks(scope(anna), product.id(), new PageRequest<>(limit, 0, Optional.empty(), sort)))
                .items()
                .stream()
                .map(ProductTaskView::task)
                .map(ProductTask::name)
                .toList();
    }

    @Test
    void another_organisations_product_is_as_missing_as_none() {
        var theirs = made(aDocument().named("Hidden"), bob, 3);
        store(theirs);
        for (var id : List.of(theirs.id(), new ProductId(ids().get()))) {
            var task = new ProductTaskId(ids().get());
            var page = new PageRequest<ProductTaskSort>(50, 0, Optional.empty(), List.of());
            assertRefused(ErrorCode.PRODUCT_NOT_FOUND, () -> ask(() -> views().get(scope(anna), id)));
            assertRefused(ErrorCode.PRODUCT_NOT_FOUND, () -> ask(() -> views().export(scope(anna), id)));
            assertRefused(ErrorCode.PRODUCT_NOT_FOUND, () -> ask(() -> views().task(scope(anna), id, task)));
            assertRefused(ErrorCode.PRODUCT_NOT_FOUND, () -> ask(() -> views().tasks(scope(anna), id, page)));
        }
        assertThat(names(ANY, List.of())).isEmpty();
    }
}
