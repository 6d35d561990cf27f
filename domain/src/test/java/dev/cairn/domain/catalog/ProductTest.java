package dev.cairn.domain.catalog;

import static dev.cairn.domain.catalog.Drafts.aDefinition;
import static dev.cairn.domain.catalog.Drafts.aDocument;
import static dev.cairn.domain.catalog.Drafts.aTask;
import static dev.cairn.domain.catalog.Products.ANNA;
import static dev.cairn.domain.catalog.Products.MONDAY;
import static dev.cairn.domain.catalog.Products.ORG;
import static dev.cairn.domain.catalog.Products.TUESDAY;
import static dev.cairn.domain.catalog.Products.aProduct;
import static dev.cairn.domain.catalog.Products.aRichDocument;
import static dev.cairn.domain.catalog.Products.aRichProduct;
import static dev.cairn.domain.catalog.Products.anId;
import static dev.cairn.domain.catalog.Products.ids;
import static dev.cairn.domain.catalog.Refusals.assertRefused;
import static dev.cairn.domain.shared.ErrorCode.INVALID_CRITERIA;
import static dev.cairn.domain.shared.ErrorCode.OUTCOME_NAME_EXISTS;
import static dev.cairn.domain.shared.ErrorCode.OUTCOME_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.PRODUCT_HAS_CUSTOMERS;
import static dev.cairn.domain.shared.ErrorCode.RELEASE_NAME_EXISTS;
import static dev.cairn.domain.shared.ErrorCode.RELEASE_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.TAG_NAME_EXISTS;
import static dev.cairn.domain.shared.ErrorCode.TAG_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.TASK_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.TOTAL_WEIGHT_EXCEEDED;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.ReleaseId;
import dev.cairn.domain.shared.Subject;
import dev.cairn.domain.shared.TagId;
import dev.cairn.domain.telemetry.published.Criterion;
import dev.cairn.domain.telemetry.published.DataType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProductTest {
    private static List<String> names(Product product) {
        return product.snapshot().tasks().stream().map(ProductTask::name).toList();
    }

    private static List<Integer> places(Product product) {
        return product.snapshot().tasks().stream()
                .map(ProductTask::sequenceNumber)
                .toList();
    }

    private static ProductTask task(Product product, String name) {
        return product.snapshot().tasks().stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome outcome(Product product, String key) {
        return product.snapshot().outcomes().stream()
                .filter(outcome -> outcome.key().value().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Product abc() {
        return aProduct(aDocument().with(aTask("A"), aTask("B"), aTask("C")));
    }

    private static DomainEvent onlyEvent(Product product) {
        var events = product.takeEvents();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static void assertUnchanged(Product product) {
        assertThat(product.takeEvents()).isEmpty();
        assertThat(product.snapshot().version()).isEqualTo(1);
        assertThat(product.snapshot().updatedAt()).isEqualTo(MONDAY);
    }

    @Nested
    class WhenItIsCreated {
        @Test
        void it_belongs_to_the_organisation_of_whoever_made_it_and_starts_at_version_one() {
            var product = Product.create(anId(), aDocument().build(), false, ids(), ANNA, MONDAY)
                    .offering();
            var state = product.snapshot();
            assertThat(state.org()).isEqualTo(ORG);
            assertThat(state.id()).isEqualTo(product.id());
            assertThat(state.version()).isEqualTo(1);
            assertThat(state.createdAt()).isEqualTo(MONDAY);
            assertThat(state.updatedAt()).isEqualTo(MONDAY);
            assertThat(state.archivedAt()).isEmpty();
            assertThat(state.details().folded().value()).isEqualTo("secure edge");
        }

        @Test
        void its_tasks_refer_to_its_own_parts() {
            var product = aRichProduct();
            var task = task(product, "Connect the identity provider");
            assertThat(task.outcomes())
                    .containsExactly(outcome(product, "zero-trust").id());
            assertThat(task.releases()).hasSize(1);
            assertThat(task.tags()).hasSize(2);
        }

        @Test
        void what_a_task_does_not_say_has_a_default() {
            var task = task(abc(), "A");
            assertThat(task.estMinutes()).isZero();
            assertThat(task.weight().value()).isEqualTo("0.00");
            assertThat(task.licenseLevel()).isEqualTo(LicenseLevel.ESSENTIAL);
            assertThat(task.key().value()).isEqualTo("a");
            assertThat(task.howToDoc()).isEmpty();
            assertThat(task.howToVideo()).isEmpty();
            assertThat(task.outcomes()).isEmpty();
        }

        @Test
        void what_a_definition_does_not_say_has_a_default() {
            var product = aProduct(aDocument().with(aTask("A").with(aDefinition("Users"))));
            var definition = task(product, "A").telemetry().get(0);
            assertThat(definition.required()).isFalse();
            assertThat(definition.active()).isTrue();
            assertThat(definition.order()).isZero();
        }

        @Test
        void parts_without_a_key_can_be_referred_to_by_the_key_they_get() {
            var product = aProduct(
                    aDocument().outcome("See all traffic").with(aTask("A").outcomes("see-all-traffic")));
            assertThat(task(product, "A").outcomes()).hasSize(1);
        }

        @Test
        void a_reference_to_nothing_is_a_fault_with_its_place() {
            var document = aDocument()
                    .outcome("zero-trust", "Zero trust")
                    .with(
                            aTask("A").outcomes("zero-trust", "visibility").releases("r9"),
                            aTask("B").tags("net", "00000000-0000-0000-0000-000000000001"))
                    .build();
            assertRefused(VALIDATION_ERROR, () -> Product.create(anId(), document, false, ids(), ANNA, MONDAY))
                    .containsExactly(
                            "/tasks/0/outcomes/1 REFERENCE",
                            "/tasks/0/releases/0 REFERENCE",
                            "/tasks/1/tags/0 REFERENCE",
                            "/tasks/1/tags/1 REFERENCE");
        }

        @Test
        void an_active_definition_without_criteria_is_refused_with_its_place() {
            var document = aDocument()
                    .with(
                            aTask("A"),
                            aTask("B")
                                    .with(
                                            aDefinition("Users"),
                                            aDefinition("Groups").withoutCriteria()))
                    .build();
            assertRefused(INVALID_CRITERIA, () -> Product.create(anId(), document, false, ids(), ANNA, MONDAY))
                    .containsExactly("/tasks/1/telemetry/1/successCriteria REQUIRED");
        }

        @Test
        void weights_above_a_hundred_are_refused() {
            var document = aDocument()
                    .with(aTask("A").weighing("60"), aTask("B").weighing("40.01"))
                    .build();
            assertRefused(TOTAL_WEIGHT_EXCEEDED, () -> Product.create(anId(), document, false, ids(), ANNA, MONDAY));
        }

        @Test
        void weights_above_a_hundred_can_be_scaled_and_it_says_from_what() {
            var document = aDocument()
                    .with(aTask("A").weighing("60"), aTask("B").weighing("60"))
                    .build();
            var created = Product.create(anId(), document, true, ids(), ANNA, MONDAY);
            assertThat(created.weightsNormalizedFrom()).hasValue(new BigDecimal("120.00"));
            assertThat(task(created.offering(), "A").weight().value()).isEqualTo("50.00");
        }

        @Test
        void weights_that_sum_to_nothing_are_not_scaled() {
            var document = aDocument().with(aTask("A")).build();
            assertThat(Product.create(anId(), document, true, ids(), ANNA, MONDAY)
                            .weightsNormalizedFrom())
                    .isEmpty();
        }

        @Test
        void tasks_stand_by_their_numbers_densely_and_those_without_come_last() {
            var product = aProduct(aDocument()
                    .with(
                            aTask("D"),
                            aTask("C").at(30),
                            aTask("A").at(10),
                            aTask("B").at(20)));
            assertThat(names(product)).containsExactly("D", "A", "B", "C");
            assertThat(places(product)).containsExactly(1, 2, 3, 4);
        }

        @Test
        void releases_stand_by_level_tags_and_definitions_by_order_and_ties_by_name() {
            var product = aProduct(aDocument()
                    .release("late", "Late", "2")
                    .release("beta", "beta", "1")
                    .release("alpha", "Alpha", "1")
                    .tag("last", "Last", "#000000", 7)
                    .tag("b", "b")
                    .tag("a", "A")
                    .with(aTask("T")
                            .with(
                                    aDefinition("Last").at(3),
                                    aDefinition("b").at(1),
                                    aDefinition("A").at(1))));
            assertThat(product.snapshot().releases())
                    .extracting(Release::name)
                    .containsExactly("Alpha", "beta", "Late");
            assertThat(product.snapshot().tags()).extracting(ProductTag::name).containsExactly("A", "b", "Last");
            assertThat(task(product, "T").telemetry())
                    .extracting(TelemetryDefinition::name)
                    .containsExactly("A", "b", "Last");
        }

        @Test
        void the_audit_gets_all_of_it_and_the_world_nothing() {
            var product = Product.create(anId(), aRichDocument().build(), false, ids(), ANNA, MONDAY)
                    .offering();
            var event = onlyEvent(product);
            assertThat(event.type()).isEqualTo("product.created");
            assertThat(event.isPublished()).isFalse();
            assertThat(event.data()).isEmpty();
            assertThat(event.occurrence().by()).isEqualTo(ANNA);
            assertThat(event.occurrence().at()).isEqualTo(MONDAY);
            assertThat(event.occurrence().subject())
                    .isEqualTo(new Subject(EntityKind.PRODUCT, product.id().value(), Optional.empty()));
            assertThat(event.changes().before()).isEmpty();
            assertThat(event.changes().after())
                    .containsEntry("name", "Secure Edge")
                    .containsEntry(
                            "outcomes",
                            Map.of(
                                    "zero-trust",
                                    Map.of("name", "Zero-trust access"),
                                    "visibility",
                                    Map.of("name", "See all traffic")))
                    .doesNotContainKey("archivedAt");
        }
    }

    @Nested
    class WhenItIsRestored {
        @Test
        void it_is_as_it_was_and_has_nothing_to_tell() {
            var product = aRichProduct();
            var restored = Product.restore(product.snapshot());
            assertThat(restored.snapshot()).isEqualTo(product.snapshot());
            assertThat(restored.takeEvents()).isEmpty();
        }

        @Test
        void the_order_of_the_stored_rows_does_not_matter() {
            var state = aRichProduct().snapshot();
            var tasks = new ArrayList<>(state.tasks());
            Collections.reverse(tasks);
            var shuffled = new Product.Snapshot(
                    state.org(),
                    state.id(),
                    state.details(),
                    state.outcomes(),
                    state.releases(),
                    state.tags(),
                    tasks,
                    state.products(),
                    state.version(),
                    state.createdAt(),
                    state.updatedAt(),
                    state.archivedAt());
            assertThat(Product.restore(shuffled).snapshot()).isEqualTo(state);
        }

        @Test
        void a_version_before_the_first_is_a_fault_of_the_store() {
            var state = aProduct().snapshot();
            var broken = new Product.Snapshot(
                    state.org(),
                    state.id(),
                    state.details(),
                    state.outcomes(),
                    state.releases(),
                    state.tags(),
                    state.tasks(),
                    state.products(),
                    0,
                    state.createdAt(),
                    state.updatedAt(),
                    state.archivedAt());
            assertThatThrownBy(() -> Product.restore(broken)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class WhenItsDetailsAreReplaced {
        @Test
        void the_version_rises_and_only_what_moved_is_told() {
            var product = aProduct(aDocument().described("Old").known("sku-1"));
            var draft = new ProductDetails.Draft(Optional.of(" Secure Edge"), Optional.of("New"), Optional.empty());
            product.update(ProductDetails.of(draft), ANNA, TUESDAY);
            assertThat(product.snapshot().version()).isEqualTo(2);
            assertThat(product.snapshot().updatedAt()).isEqualTo(TUESDAY);
            assertThat(product.snapshot().createdAt()).isEqualTo(MONDAY);
            var event = onlyEvent(product);
            assertThat(event.type()).isEqualTo("product.updated");
            assertThat(event.changes().before()).isEqualTo(Map.of("description", "Old", "externalId", "sku-1"));
            assertThat(event.changes().after()).isEqualTo(Map.of("description", "New"));
        }

        @Test
        void the_same_again_changes_nothing() {
            var product = aProduct();
            product.update(product.snapshot().details(), ANNA, TUESDAY);
            assertUnchanged(product);
        }
    }

    @Nested
    class WhenATaskIsAdded {
        @Test
        void it_comes_last_when_nobody_says_where() {
            var product = abc();
            var added = product.addTask(aTask("D").build(), ids(), ANNA, TUESDAY);
            assertThat(names(product)).containsExactly("A", "B", "C", "D");
            assertThat(added.sequenceNumber()).isEqualTo(4);
            assertThat(product.snapshot().version()).isEqualTo(2);
        }

        @Test
        void it_is_inserted_where_it_is_wanted_and_the_others_shift() {
            var product = abc();
            var added = product.addTask(aTask("D").at(2).build(), ids(), ANNA, TUESDAY);
            assertThat(added.sequenceNumber()).isEqualTo(2);
            assertThat(names(product)).containsExactly("A", "D", "B", "C");
            assertThat(places(product)).containsExactly(1, 2, 3, 4);
        }

        @Test
        void the_place_after_the_last_is_one_and_the_next_is_none() {
            var product = abc();
            product.addTask(aTask("D").at(4).build(), ids(), ANNA, TUESDAY);
            assertRefused(
                            VALIDATION_ERROR,
                            () -> product.addTask(aTask("F").at(6).build(), ids(), ANNA, TUESDAY))
                    .containsExactly("/sequenceNumber RANGE");
        }

        @Test
        void its_key_is_its_own() {
            var product = abc();
            var second = product.addTask(aTask("A").build(), ids(), ANNA, TUESDAY);
            assertThat(second.key().value()).isEqualTo("a-2");
            assertRefused(
                            VALIDATION_ERROR,
                            () -> product.addTask(aTask("X").key("a").build(), ids(), ANNA, TUESDAY))
                    .containsExactly("/key DUPLICATE");
            assertThat(product.addTask(aTask("X").key("x1").build(), ids(), ANNA, TUESDAY)
                            .key()
                            .value())
                    .isEqualTo("x1");
        }

        @Test
        void it_refers_by_key_or_by_id() {
            var product = aRichProduct();
            var id = outcome(product, "visibility").id();
            var added = product.addTask(
                    aTask("New").outcomes("zero-trust", id.value().toString()).build(), ids(), ANNA, TUESDAY);
            assertThat(added.outcomes())
                    .containsExactlyInAnyOrder(outcome(product, "zero-trust").id(), id);
        }

        @Test
        void the_key_wins_where_a_key_looks_like_an_id() {
            var first = aRichProduct();
            var id = outcome(first, "zero-trust").id();
            var named = first.add(
                    Facet.OUTCOMES, Drafts.anOutcome(id.value().toString(), "Confusing"), ids(), ANNA, TUESDAY);
            var added =
                    first.addTask(aTask("New").outcomes(id.value().toString()).build(), ids(), ANNA, TUESDAY);
            assertThat(added.outcomes()).containsExactly(named.id());
        }

        @Test
        void faults_have_the_task_as_their_root() {
            var product = abc();
            assertRefused(
                            VALIDATION_ERROR,
                            () -> product.addTask(aTask("D").tags("net").build(), ids(), ANNA, TUESDAY))
                    .containsExactly("/tags/0 REFERENCE");
            assertRefused(
                            INVALID_CRITERIA,
                            () -> product.addTask(
                                    aTask("D")
                                            .with(aDefinition("Users").withoutCriteria())
                                            .build(),
                                    ids(),
                                    ANNA,
                                    TUESDAY))
                    .containsExactly("/telemetry/0/successCriteria REQUIRED");
            assertUnchanged(product);
        }

        @Test
        void a_hundred_is_the_most_that_all_weigh() {
            var product = aProduct(aDocument().with(aTask("A").weighing("90")));
            product.addTask(aTask("B").weighing("10").build(), ids(), ANNA, TUESDAY);
            assertRefused(
                    TOTAL_WEIGHT_EXCEEDED,
                    () -> product.addTask(aTask("C").weighing("0.01").build(), ids(), ANNA, TUESDAY));
            assertThat(product.snapshot().tasks()).hasSize(2);
        }

        @Test
        void there_is_an_end_to_how_many() {
            var tasks =
                    IntStream.range(0, Limits.TASKS).mapToObj(i -> aTask("T")).toArray(Drafts.Task[]::new);
            var product = aProduct(aDocument().with(tasks));
            assertRefused(VALIDATION_ERROR, () -> product.addTask(aTask("T").build(), ids(), ANNA, TUESDAY))
                    .containsExactly("/tasks LENGTH");
        }

        @Test
        void the_audit_gets_its_fields_under_its_key_and_the_places_that_shifted() {
            var product = aProduct(aDocument().with(aTask("A")));
            product.addTask(aTask("B").at(1).build(), ids(), ANNA, TUESDAY);
            var event = onlyEvent(product);
            assertThat(event.type()).isEqualTo("product.task_added");
            assertThat(event.changes().before()).isEqualTo(Map.of("tasks", Map.of("a", Map.of("sequenceNumber", 1))));
            assertThat(event.changes().after().get("tasks"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("a", Map.of("sequenceNumber", 2))
                    .containsKey("b");
        }
    }

    @Nested
    class WhenATaskIsReplaced {
        @Test
        void what_the_body_lacks_is_empty_save_key_and_place() {
            var product = aRichProduct();
            var before = task(product, "Connect the identity provider");
            var after = product.replaceTask(before.id(), aTask("Connect it").build(), ids(), ANNA, TUESDAY);
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.key()).isEqualTo(before.key());
            assertThat(after.sequenceNumber()).isEqualTo(1);
            assertThat(after.description()).isEmpty();
            assertThat(after.notes()).isEmpty();
            assertThat(after.priority()).isEmpty();
            assertThat(after.estMinutes()).isZero();
            assertThat(after.weight().value()).isEqualTo("0.00");
            assertThat(after.licenseLevel()).isEqualTo(LicenseLevel.ESSENTIAL);
            assertThat(after.howToDoc()).isEmpty();
            assertThat(after.howToVideo()).isEmpty();
            assertThat(after.outcomes()).isEmpty();
            assertThat(after.releases()).isEmpty();
            assertThat(after.tags()).isEmpty();
            assertThat(after.telemetry()).isEmpty();
        }

        @Test
        void its_definitions_keep_their_ids_by_key_and_by_name() {
            var product = aRichProduct();
            var before = task(product, "Connect the identity provider");
            var after = product.replaceTask(
                    before.id(),
                    aTask("Connect it")
                            .with(
                                    aDefinition("PLANNED groups"),
                                    aDefinition("All users").key("idp-users"))
                            .build(),
                    ids(),
                    ANNA,
                    TUESDAY);
            assertThat(after.telemetry())
                    .extracting(TelemetryDefinition::id)
                    .containsExactlyInAnyOrderElementsOf(before.telemetry().stream()
                            .map(TelemetryDefinition::id)
                            .toList());
            assertThat(after.telemetry())
                    .extracting(TelemetryDefinition::description)
                    .containsOnly(Optional.empty());
        }

        @Test
        void it_moves_where_it_is_wanted() {
            var product = abc();
            product.replaceTask(task(product, "A").id(), aTask("A").at(3).build(), ids(), ANNA, TUESDAY);
            assertThat(names(product)).containsExactly("B", "C", "A");
            product.replaceTask(task(product, "C").id(), aTask("C").at(1).build(), ids(), ANNA, TUESDAY);
            assertThat(names(product)).containsExactly("C", "B", "A");
            assertThat(places(product)).containsExactly(1, 2, 3);
            assertRefused(
                            VALIDATION_ERROR,
                            () -> product.replaceTask(
                                    task(product, "C").id(), aTask("C").at(4).build(), ids(), ANNA, TUESDAY))
                    .containsExactly("/sequenceNumber RANGE");
        }

        @Test
        void its_key_can_be_said_again_but_not_changed() {
            var product = abc();
            var id = task(product, "A").id();
            product.replaceTask(id, aTask("A").key("a").build(), ids(), ANNA, TUESDAY);
            assertUnchanged(product);
            assertRefused(
                            VALIDATION_ERROR,
                            () -> product.replaceTask(id, aTask("A").key("z").build(), ids(), ANNA, TUESDAY))
                    .containsExactly("/key ENUM");
        }

        @Test
        void its_own_weight_makes_room_for_the_new_one() {
            var product = aProduct(
                    aDocument().with(aTask("A").weighing("60"), aTask("B").weighing("40")));
            var a = task(product, "A").id();
            assertThat(product.replaceTask(a, aTask("A").weighing("55.5").build(), ids(), ANNA, TUESDAY)
                            .weight()
                            .value())
                    .isEqualTo("55.50");
            assertRefused(
                    TOTAL_WEIGHT_EXCEEDED,
                    () -> product.replaceTask(a, aTask("A").weighing("60.01").build(), ids(), ANNA, TUESDAY));
        }

        @Test
        void the_audit_gets_the_fields_that_moved_down_to_the_criteria() {
            var product = aProduct(aDocument()
                    .with(aTask("A").weighing("10").with(aDefinition("Users").described("All of them"))));
            var stricter = new JsonObject(Map.of(
                    "type", "number_threshold", "operator", "greater_than_or_equal", "threshold", 250, "path", "/n"));
            product.replaceTask(
                    task(product, "A").id(),
                    aTask("A")
                            .weighing("12.5")
                            .with(aDefinition("Users").met(stricter))
                            .build(),
                    ids(),
                    ANNA,
                    TUESDAY);
            var event = onlyEvent(product);
            assertThat(event.type()).isEqualTo("product.task_changed");
            assertThat(event.changes().before())
                    .isEqualTo(Map.of(
                            "tasks",
                            Map.of(
                                    "a",
                                    Map.of(
                                            "weight",
                                            new BigDecimal("10.00"),
                                            "telemetry",
                                            Map.of(
                                                    "users",
                                                    Map.of(
                                                            "description",
                                                            "All of them",
                                                            "successCriteria",
                                                            Map.of("threshold", new BigDecimal("1E+2"))))))));
            assertThat(event.changes().after())
                    .isEqualTo(Map.of(
                            "tasks",
                            Map.of(
                                    "a",
                                    Map.of(
                                            "weight",
                                            new BigDecimal("12.50"),
                                            "telemetry",
                                            Map.of(
                                                    "users",
                                                    Map.of(
                                                            "successCriteria",
                                                            Map.of(
                                                                    "threshold",
                                                                    new BigDecimal("2.5E+2"),
                                                                    "path",
                                                                    "/n")))))));
        }

        @Test
        void a_task_of_another_product_is_not_found() {
            var stranger = task(abc(), "A").id();
            var product = abc();
            assertRefused(
                    TASK_NOT_FOUND,
                    () -> product.replaceTask(stranger, aTask("A").build(), ids(), ANNA, TUESDAY));
            assertRefused(TASK_NOT_FOUND, () -> product.removeTask(stranger, ANNA, TUESDAY));
        }
    }

    @Nested
    class WhenTasksAreRemovedAndOrdered {
        @Test
        void the_others_close_up() {
            var product = abc();
            product.removeTask(task(product, "A").id(), ANNA, TUESDAY);
            assertThat(names(product)).containsExactly("B", "C");
            assertThat(places(product)).containsExactly(1, 2);
            assertThat(onlyEvent(product).type()).isEqualTo("product.task_removed");
            assertThat(product.snapshot().version()).isEqualTo(2);
        }

        @Test
        void an_order_names_every_task_once() {
            var product = abc();
            var a = task(product, "A").id();
            var b = task(product, "B").id();
            var c = task(product, "C").id();
            product.orderTasks(List.of(c, a, b), ANNA, TUESDAY);
            assertThat(names(product)).containsExactly("C", "A", "B");
            var event = onlyEvent(product);
            assertThat(event.type()).isEqualTo("product.tasks_ordered");
            assertThat(event.changes().after())
                    .isEqualTo(Map.of(
                            "tasks",
                            Map.of(
                                    "a", Map.of("sequenceNumber", 2),
                                    "b", Map.of("sequenceNumber", 3),
                                    "c", Map.of("sequenceNumber", 1))));
            assertRefused(VALIDATION_ERROR, () -> product.orderTasks(List.of(a, b, a), ANNA, TUESDAY))
                    .containsExactly("/taskIds/2 DUPLICATE");
            assertRefused(VALIDATION_ERROR, () -> product.orderTasks(List.of(a, b), ANNA, TUESDAY))
                    .containsExactly("/taskIds REQUIRED");
            assertRefused(
                    TASK_NOT_FOUND,
                    () -> product.orderTasks(List.of(a, b, c, new ProductTaskId(ids().get())), ANNA, TUESDAY));
        }

        @Test
        void the_order_it_has_changes_nothing() {
            var product = abc();
            product.orderTasks(
                    product.snapshot().tasks().stream().map(ProductTask::id).toList(), ANNA, TUESDAY);
            assertUnchanged(product);
        }
    }

    @Nested
    class WhenItsOutcomesReleasesAndTagsChange {
        @Test
        void each_kind_is_read_apart() {
            var product = aRichProduct().snapshot();
            assertThat(Facet.OUTCOMES.of(product)).isEqualTo(product.outcomes());
            assertThat(Facet.RELEASES.of(product)).isEqualTo(product.releases());
            assertThat(Facet.TAGS.of(product)).isEqualTo(product.tags());
            var tag = product.tags().get(1);
            assertThat(Facet.TAGS.of(product, tag.id())).isEqualTo(tag);
            assertRefused(
                    RELEASE_NOT_FOUND,
                    () -> Facet.RELEASES.of(product, new ReleaseId(tag.id().value())));
        }

        @Test
        void a_new_one_has_a_key_of_its_own_and_raises_the_version() {
            var product = aRichProduct();
            var outcome = product.add(Facet.OUTCOMES, Drafts.anOutcome("Visibility"), ids(), ANNA, TUESDAY);
            var release = product.add(Facet.RELEASES, Drafts.aRelease("2026.3", "1.5"), ids(), ANNA, TUESDAY);
            var tag = product.add(Facet.TAGS, Drafts.aTag("Net", 0), ids(), ANNA, TUESDAY);
            assertThat(outcome.key().value()).isEqualTo("visibility-2");
            assertThat(tag.key().value()).isEqualTo("net-2");
            assertThat(product.snapshot().releases()).element(1).isEqualTo(release);
            assertThat(product.snapshot().version()).isEqualTo(4);
            assertThat(product.takeEvents())
                    .extracting(DomainEvent::type)
                    .containsExactly("product.outcome_added", "product.release_added", "product.tag_added");
        }

        @Test
        void names_are_unique_ignoring_case_and_keys_as_they_are() {
            var product = aRichProduct();
            assertRefused(
                            OUTCOME_NAME_EXISTS,
                            () -> product.add(
                                    Facet.OUTCOMES, Drafts.anOutcome(" ZERO-TRUST access"), ids(), ANNA, TUESDAY))
                    .containsExactly("/name DUPLICATE");
            assertRefused(
                    RELEASE_NAME_EXISTS,
                    () -> product.add(Facet.RELEASES, Drafts.aRelease("2026.1", "3"), ids(), ANNA, TUESDAY));
            assertRefused(
                    TAG_NAME_EXISTS, () -> product.add(Facet.TAGS, Drafts.aTag("NETWORK", 3), ids(), ANNA, TUESDAY));
            assertRefused(
                            VALIDATION_ERROR,
                            () -> product.add(
                                    Facet.OUTCOMES, Drafts.anOutcome("zero-trust", "Other"), ids(), ANNA, TUESDAY))
                    .containsExactly("/key DUPLICATE");
            assertUnchanged(product);
        }

        @Test
        void one_is_replaced_and_keeps_id_and_key() {
            var product = aRichProduct();
            var before = outcome(product, "zero-trust");
            var after = product.replace(Facet.OUTCOMES, before.id(), Drafts.anOutcome("Trust nobody"), ANNA, TUESDAY);
            assertThat(after).isEqualTo(new Outcome(before.id(), before.key(), "Trust nobody"));
            var event = onlyEvent(product);
            assertThat(event.type()).isEqualTo("product.outcome_changed");
            assertThat(event.changes().before())
                    .isEqualTo(Map.of("outcomes", Map.of("zero-trust", Map.of("name", "Zero-trust access"))));
            assertThat(event.changes().after())
                    .isEqualTo(Map.of("outcomes", Map.of("zero-trust", Map.of("name", "Trust nobody"))));
        }

        @Test
        void a_replacement_is_whole() {
            var product = aRichProduct();
            var tag = product.snapshot().tags().get(1);
            var after = product.replace(
                    Facet.TAGS,
                    tag.id(),
                    TagDocument.of(new TagDocument.Draft(
                            Optional.empty(), Optional.of("Network"), Optional.empty(), Optional.empty())),
                    ANNA,
                    TUESDAY);
            assertThat(after.color()).isEmpty();
            assertThat(after.order()).isZero();
        }

        @Test
        void its_name_may_change_in_case_alone_but_not_to_anothers() {
            var product = aRichProduct();
            var id = outcome(product, "zero-trust").id();
            product.replace(Facet.OUTCOMES, id, Drafts.anOutcome("ZERO-TRUST ACCESS"), ANNA, TUESDAY);
            assertRefused(
                            OUTCOME_NAME_EXISTS,
                            () -> product.replace(
                                    Facet.OUTCOMES, id, Drafts.anOutcome("See ALL traffic"), ANNA, TUESDAY))
                    .containsExactly("/name DUPLICATE");
            assertRefused(
                            VALIDATION_ERROR,
                            () -> product.replace(Facet.OUTCOMES, id, Drafts.anOutcome("z", "Z"), ANNA, TUESDAY))
                    .containsExactly("/key ENUM");
            assertThat(product.snapshot().version()).isEqualTo(2);
        }

        @Test
        void the_same_again_changes_nothing() {
            var product = aRichProduct();
            product.replace(
                    Facet.OUTCOMES,
                    outcome(product, "zero-trust").id(),
                    Drafts.anOutcome("zero-trust", "Zero-trust access"),
                    ANNA,
                    TUESDAY);
            assertUnchanged(product);
        }

        @Test
        void one_that_goes_takes_the_references_to_it_along() {
            var product = aRichProduct();
            var state = product.snapshot();
            product.remove(Facet.OUTCOMES, outcome(product, "zero-trust").id(), ANNA, TUESDAY);
            product.remove(Facet.RELEASES, state.releases().get(0).id(), ANNA, TUESDAY);
            product.remove(Facet.TAGS, state.tags().get(0).id(), ANNA, TUESDAY);
            var task = task(product, "Connect the identity provider");
            assertThat(task.outcomes()).isEmpty();
            assertThat(task.releases()).isEmpty();
            assertThat(task.tags()).containsExactly(state.tags().get(1).id());
            assertThat(task(product, "Inspect traffic").outcomes())
                    .containsExactly(outcome(product, "visibility").id());
            assertThat(product.snapshot().version()).isEqualTo(4);
            var events = product.takeEvents();
            assertThat(events)
                    .extracting(DomainEvent::type)
                    .containsExactly("product.outcome_removed", "product.release_removed", "product.tag_removed");
            assertThat(events.get(0).changes().before())
                    .containsEntry("tasks", Map.of("connect-idp", Map.of("outcomes", List.of("zero-trust"))));
        }

        @Test
        void one_that_is_not_there_is_not_found() {
            var product = aRichProduct();
            assertRefused(
                    OUTCOME_NOT_FOUND, () -> product.remove(Facet.OUTCOMES, new OutcomeId(ids().get()), ANNA, TUESDAY));
            assertRefused(
                    RELEASE_NOT_FOUND, () -> product.remove(Facet.RELEASES, new ReleaseId(ids().get()), ANNA, TUESDAY));
            assertRefused(
                    TAG_NOT_FOUND,
                    () -> product.replace(
                            Facet.TAGS, new TagId(ids().get()), Drafts.aTag("Network", 1), ANNA, TUESDAY));
        }

        @Test
        void there_is_an_end_to_how_many() {
            var document = aDocument();
            IntStream.range(0, Limits.PARTS)
                    .forEach(i -> document.outcome("Outcome " + i)
                            .tag("t" + i, "Tag " + i)
                            .release("r" + i, "Release " + i, "1"));
            var product = aProduct(document);
            assertRefused(
                            VALIDATION_ERROR,
                            () -> product.add(Facet.OUTCOMES, Drafts.anOutcome("One more"), ids(), ANNA, TUESDAY))
                    .containsExactly("/outcomes LENGTH");
            assertRefused(
                            VALIDATION_ERROR,
                            () -> product.add(Facet.RELEASES, Drafts.aRelease("One more", "1"), ids(), ANNA, TUESDAY))
                    .containsExactly("/releases LENGTH");
            assertRefused(
                            VALIDATION_ERROR,
                            () -> product.add(Facet.TAGS, Drafts.aTag("One more", 1), ids(), ANNA, TUESDAY))
                    .containsExactly("/tags LENGTH");
        }
    }

    @Nested
    class WhenItIsToGo {
        @Test
        void it_goes_when_nobody_is_assigned() {
            var product = abc();
            product.delete(false, ANNA, TUESDAY);
            var event = onlyEvent(product);
            assertThat(event.type()).isEqualTo("product.deleted");
            assertThat(event.changes().before()).containsEntry("name", "Secure Edge");
            assertThat(event.changes().after()).isEmpty();
        }

        @Test
        void it_stays_when_somebody_is() {
            var product = abc();
            assertRefused(PRODUCT_HAS_CUSTOMERS, () -> product.delete(true, ANNA, TUESDAY));
            assertUnchanged(product);
        }

        @Test
        void it_is_archived_once() {
            var product = abc();
            product.archive(ANNA, TUESDAY);
            product.archive(ANNA, TUESDAY.plusSeconds(1));
            assertThat(product.snapshot().archivedAt()).hasValue(TUESDAY);
            assertThat(product.snapshot().version()).isEqualTo(2);
            var event = onlyEvent(product);
            assertThat(event.type()).isEqualTo("product.archived");
            assertThat(event.changes().after()).isEqualTo(Map.of("archivedAt", TUESDAY));
        }
    }

    @Nested
    class WhenAPlanIsCopiedFromIt {
        @Test
        void the_blueprint_names_everything_that_a_task_refers_to() {
            var product = aRichProduct();
            var state = product.snapshot();
            var blueprint = product.blueprint();
            assertThat(blueprint.product()).isEqualTo(product.id());
            assertThat(blueprint.name()).isEqualTo("Secure Edge");
            assertThat(blueprint.version()).isEqualTo(1);
            assertThat(blueprint.outcomes())
                    .containsExactlyInAnyOrderElementsOf(
                            state.outcomes().stream().map(Outcome::id).toList());
            assertThat(blueprint.releases())
                    .containsExactlyInAnyOrderElementsOf(
                            state.releases().stream().map(Release::id).toList());
            var task = state.tasks().get(0);
            var definition = task.telemetry().get(1);
            assertThat(blueprint.tasks()).hasSize(3);
            assertThat(blueprint.tasks().get(0))
                    .isEqualTo(new Blueprint.Task(
                            task.id(),
                            "Connect the identity provider",
                            Optional.of("Sign-in goes through it"),
                            90,
                            task.weight(),
                            1,
                            Optional.of(Priority.HIGH),
                            List.of("https://docs.example.org/idp"),
                            List.of("https://video.example.org/idp"),
                            Optional.of("Ask for the metadata first"),
                            LicenseLevel.ADVANTAGE,
                            List.of(new Blueprint.Outcome(
                                    outcome(product, "zero-trust").id(), "Zero-trust access")),
                            List.of(new Blueprint.Release(
                                    state.releases().get(0).id(), "2026.1", BigDecimal.ONE)),
                            List.of(
                                    new Blueprint.Tag("Operations", Optional.empty()),
                                    new Blueprint.Tag("Network", Optional.of("#1f6feb"))),
                            List.of(
                                    new Blueprint.Telemetry(
                                            task.telemetry().get(0).id(),
                                            "Planned groups",
                                            Optional.empty(),
                                            DataType.NUMBER,
                                            false,
                                            Optional.empty(),
                                            0,
                                            false),
                                    new Blueprint.Telemetry(
                                            definition.id(),
                                            "Provisioned users",
                                            Optional.of("Users that came over"),
                                            DataType.NUMBER,
                                            true,
                                            Optional.of(Criterion.parse(Drafts.CRITERIA)),
                                            1,
                                            true))));
        }
    }
}
