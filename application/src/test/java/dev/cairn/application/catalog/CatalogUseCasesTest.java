package dev.cairn.application.catalog;

import static dev.cairn.domain.catalog.Drafts.aDefinition;
import static dev.cairn.domain.catalog.Drafts.aDocument;
import static dev.cairn.domain.catalog.Drafts.aTask;
import static dev.cairn.domain.catalog.Drafts.anOutcome;
import static dev.cairn.domain.catalog.Products.ANNA;
import static dev.cairn.domain.catalog.Products.MONDAY;
import static dev.cairn.domain.catalog.Products.aRichDocument;
import static dev.cairn.domain.catalog.Products.anId;
import static dev.cairn.domain.catalog.Products.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.catalog.view.ImportedProduct;
import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.InMemoryKeptAnswers;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.PermissionMatrix;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Drafts;
import dev.cairn.domain.catalog.Facet;
import dev.cairn.domain.catalog.Outcome;
import dev.cairn.domain.catalog.OutcomeDocument;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CatalogUseCasesTest {
    private static final Caller EXPERT = Caller.of(ANNA, Role.SME);

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final Handler.Frame frame = new Handler.Frame(
            catalog,
            new Gate(
                    new PermissionMatrix(Set.of()),
                    (scope, target) -> Uni.createFrom().item(Optional.empty())),
            new InMemoryKeptAnswers(),
            Clock.fixed(MONDAY, ZoneOffset.UTC),
            ids()::get);

    private final CreateProduct createProduct = new CreateProductHandler(frame, catalog);
    private final UpdateProduct updateProduct = new UpdateProductHandler(frame, catalog);
    private final ImportProduct importProduct = new ImportProductHandler(frame, catalog);
    private final DeleteProduct deleteProduct = new DeleteProductHandler(frame, catalog, catalog);
    private final AddProductTask addTask = new AddProductTaskHandler(frame, catalog);
    private final ReplaceProductTask replaceTask = new ReplaceProductTaskHandler(frame, catalog);
    private final RemoveProductTask removeTask = new RemoveProductTaskHandler(frame, catalog);
    private final OrderProductTasks orderTasks = new OrderProductTasksHandler(frame, catalog);
    private final AddProductPart addPart = new AddProductPartHandler(frame, catalog);
    private final ReplaceProductPart replacePart = new ReplaceProductPartHandler(frame, catalog);
    private final RemoveProductPart removePart = new RemoveProductPartHandler(frame, catalog);

    private static <C extends GuardedCommand, R> R as(Caller caller, UseCase<C, R> useCase, Supplier<C> command) {
        return useCase.handle(Envelope.plain(caller, Origin.internal("test")), command)
                .await()
                .indefinitely();
    }

    private static <C extends GuardedCommand, R> R ask(UseCase<C, R> useCase, C command) {
        return as(EXPERT, useCase, () -> command);
    }

    private static void assertRefused(ErrorCode code, Supplier<?> act) {
        assertThatThrownBy(act::get)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private ImportedProduct create(Drafts.Document document) {
        return ask(createProduct, new CreateProduct.Command(document.build(), false));
    }

    private ProductView aStoredProduct() {
        var view = create(aRichDocument()).product();
        catalog.told.clear();
        return view;
    }

    private List<String> told() {
        return catalog.told.stream().map(DomainEvent::type).toList();
    }

    @Nested
    class Creating {
        @Test
        void stores_the_product_and_shows_it() {
            var created = create(aRichDocument());
            assertThat(created.weightsNormalizedFrom()).isEmpty();
            assertThat(created.product().taskCount()).isEqualTo(3);
            assertThat(created.product().totalWeight()).isEqualTo(new BigDecimal("50.00"));
            assertThat(catalog.all()).containsExactly(created.product().product());
            assertThat(told()).containsExactly("product.created");
        }

        @Test
        void says_from_what_it_scaled_the_weights() {
            var document = aDocument()
                    .with(aTask("A").weighing("80"), aTask("B").weighing("80"))
                    .build();
            var created = ask(createProduct, new CreateProduct.Command(document, true));
            assertThat(created.weightsNormalizedFrom()).hasValue(new BigDecimal("160.00"));
            assertThat(created.product().totalWeight()).isEqualTo(new BigDecimal("100.00"));
        }

        @Test
        void refuses_a_name_that_is_taken_and_keeps_nothing() {
            create(aDocument());
            assertRefused(
                    ErrorCode.PRODUCT_NAME_EXISTS, () -> create(aDocument().named("SECURE EDGE")));
            assertThat(catalog.all()).hasSize(1);
            assertThat(told()).hasSize(1);
        }
    }

    @Nested
    class Rights {
        @Test
        void whoever_may_only_read_is_refused_before_the_command_is_made() {
            for (var role : List.of(Role.CSS, Role.SALES, Role.SUPPORT, Role.USER, Role.VIEWER, Role.SERVICE)) {
                assertRefused(
                        ErrorCode.FORBIDDEN,
                        () -> as(Caller.of(ANNA, role), createProduct, () -> {
                            throw new AssertionError("the command was made");
                        }));
            }
        }

        @Test
        void administrators_and_experts_write() {
            for (var role : List.of(Role.ADMIN, Role.SME)) {
                var document = aDocument().named("Of " + role).build();
                var made = as(Caller.of(ANNA, role), createProduct, () -> new CreateProduct.Command(document, false));
                assertThat(made.product().product().version()).isEqualTo(1);
            }
        }

        @Test
        void another_organisations_product_is_missing() {
            var product = aStoredProduct().product();
            var stranger = Caller.of(new Actor(new OrgId("southwind"), "bob"), Role.ADMIN);
            assertRefused(
                    ErrorCode.PRODUCT_NOT_FOUND,
                    () -> as(stranger, updateProduct, () -> new UpdateProduct.Command(product.id(), same -> same)));
            assertRefused(
                    ErrorCode.PRODUCT_NOT_FOUND,
                    () -> ask(updateProduct, new UpdateProduct.Command(anId(), same -> same)));
        }

        @Test
        void every_verb_asks_for_the_same_right() {
            for (var handler : List.of(
                    createProduct,
                    updateProduct,
                    importProduct,
                    deleteProduct,
                    addTask,
                    replaceTask,
                    removeTask,
                    orderTasks,
                    addPart,
                    replacePart,
                    removePart)) {
                assertThat(((Handler<?, ?>) handler).permission()).isEqualTo(Permission.CATALOG_WRITE);
            }
        }
    }

    @Nested
    class Changing {
        @Test
        void the_details() {
            var product = aStoredProduct().product();
            var details = aDocument().named("Secure Core").build().details();
            var view = ask(updateProduct, new UpdateProduct.Command(product.id(), any -> details));
            assertThat(view.product().details()).isEqualTo(details);
            assertThat(view.product().version()).isEqualTo(2);
            assertThat(told()).containsExactly("product.updated");
        }

        @Test
        void by_a_document() {
            var product = aStoredProduct().product();
            var document = aDocument().with(aTask("New").weighing("50")).build();
            var merged = ask(
                    importProduct, new ImportProduct.Command(product.id(), document, new Product.Mode(false, true)));
            assertThat(merged.weightsNormalizedFrom()).hasValue(new BigDecimal("100.00"));
            assertThat(merged.product().taskCount()).isEqualTo(4);
            var pruned = ask(
                    importProduct, new ImportProduct.Command(product.id(), document, new Product.Mode(true, false)));
            assertThat(pruned.weightsNormalizedFrom()).isEmpty();
            assertThat(pruned.product().taskCount()).isEqualTo(1);
            assertThat(told()).containsExactly("product.imported", "product.imported");
        }

        @Test
        void the_tasks() {
            var product = aStoredProduct().product();
            var added = ask(
                    addTask,
                    new AddProductTask.Command(product.id(), aTask("New").at(1).build()));
            assertThat(added.task().sequenceNumber()).isEqualTo(1);
            assertThat(added.productVersion()).isEqualTo(2);

            var document = aTask("Newer")
                    .outcomes("visibility")
                    .releases("r2")
                    .tags("ops")
                    .build();
            var replaced = ask(
                    replaceTask,
                    new ReplaceProductTask.Command(product.id(), added.task().id(), any -> document));
            assertThat(replaced.outcomes()).extracting(Outcome::name).containsExactly("See all traffic");
            assertThat(replaced.releases()).hasSize(1);
            assertThat(replaced.tags()).hasSize(1);
            assertThat(replaced.productVersion()).isEqualTo(3);

            var order = product.tasks().stream().map(task -> task.id()).toList();
            assertRefused(
                    ErrorCode.VALIDATION_ERROR,
                    () -> ask(orderTasks, new OrderProductTasks.Command(product.id(), order)));
            var removed = ask(
                    removeTask,
                    new RemoveProductTask.Command(product.id(), added.task().id()));
            assertThat(removed.taskCount()).isEqualTo(3);
            var ordered = ask(
                    orderTasks,
                    new OrderProductTasks.Command(product.id(), List.of(order.get(2), order.get(0), order.get(1))));
            assertThat(ordered.tasks())
                    .extracting(ProductTaskView::task)
                    .extracting(task -> task.id())
                    .containsExactly(order.get(2), order.get(0), order.get(1));
            assertThat(told())
                    .containsExactly(
                            "product.task_added",
                            "product.task_changed",
                            "product.task_removed",
                            "product.tasks_ordered");
        }

        @Test
        void outcomes_releases_and_tags() {
            var product = aStoredProduct().product();
            var added =
                    ask(addPart, new AddProductPart.Command<>(product.id(), Facet.OUTCOMES, anOutcome("Save time")));
            assertThat(added.part().name()).isEqualTo("Save time");
            assertThat(added.productVersion()).isEqualTo(2);
            var release = product.releases().get(0);
            var replaced = ask(
                    replacePart,
                    new ReplaceProductPart.Command<>(
                            product.id(), Facet.RELEASES, release.id(), Drafts.aRelease("2026.1 LTS", "1.1")));
            assertThat(replaced.part().name()).isEqualTo("2026.1 LTS");
            assertThat(replaced.productVersion()).isEqualTo(3);
            var removed = ask(
                    removePart,
                    new RemoveProductPart.Command<>(
                            product.id(), Facet.TAGS, product.tags().get(0).id()));
            assertThat(removed.product().tags()).hasSize(1);
            assertThat(told())
                    .containsExactly("product.outcome_added", "product.release_changed", "product.tag_removed");
        }

        @Test
        void what_the_domain_refuses_leaves_all_as_it_was() {
            var product = aStoredProduct().product();
            assertRefused(
                    ErrorCode.TOTAL_WEIGHT_EXCEEDED,
                    () -> ask(
                            addTask,
                            new AddProductTask.Command(
                                    product.id(),
                                    aTask("Heavy").weighing("50.01").build())));
            assertRefused(
                    ErrorCode.INVALID_CRITERIA,
                    () -> ask(
                            addTask,
                            new AddProductTask.Command(
                                    product.id(),
                                    aTask("Blind")
                                            .with(aDefinition("Users").withoutCriteria())
                                            .build())));
            assertRefused(
                    ErrorCode.OUTCOME_NAME_EXISTS,
                    () -> ask(addPart, part(product.id(), anOutcome("SEE ALL TRAFFIC"))));
            assertThat(catalog.all()).containsExactly(product);
            assertThat(told()).isEmpty();
        }

        private AddProductPart.Command<?, ?> part(OfferingId product, OutcomeDocument outcome) {
            return new AddProductPart.Command<>(product, Facet.OUTCOMES, outcome);
        }
    }

    @Nested
    class Deleting {
        @Test
        void lets_a_product_go_that_nobody_has() {
            var product = aStoredProduct().product();
            ask(deleteProduct, new DeleteProduct.Command(product.id(), false));
            assertThat(catalog.all()).isEmpty();
            assertThat(told()).containsExactly("product.deleted");
            assertRefused(
                    ErrorCode.PRODUCT_NOT_FOUND,
                    () -> ask(deleteProduct, new DeleteProduct.Command(product.id(), false)));
        }

        @Test
        void refuses_when_a_customer_has_it() {
            var product = aStoredProduct().product();
            catalog.assign(product.id());
            assertRefused(
                    ErrorCode.PRODUCT_HAS_CUSTOMERS,
                    () -> ask(deleteProduct, new DeleteProduct.Command(product.id(), false)));
            assertThat(catalog.all()).containsExactly(product);
            assertThat(told()).isEmpty();
        }

        @Test
        void archives_when_asked_to_and_the_second_time_changes_nothing() {
            var product = aStoredProduct().product();
            catalog.assign(product.id());
            var archived = ask(deleteProduct, new DeleteProduct.Command(product.id(), true));
            assertThat(archived.product().archivedAt()).hasValue(MONDAY);
            ask(deleteProduct, new DeleteProduct.Command(product.id(), true));
            assertThat(told()).containsExactly("product.archived");
        }
    }
}
