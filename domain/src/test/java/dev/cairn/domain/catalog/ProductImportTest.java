package dev.cairn.domain.catalog;

import static dev.cairn.domain.catalog.Drafts.aDefinition;
import static dev.cairn.domain.catalog.Drafts.aDocument;
import static dev.cairn.domain.catalog.Drafts.aTask;
import static dev.cairn.domain.catalog.Products.ANNA;
import static dev.cairn.domain.catalog.Products.MONDAY;
import static dev.cairn.domain.catalog.Products.TUESDAY;
import static dev.cairn.domain.catalog.Products.aProduct;
import static dev.cairn.domain.catalog.Products.aRichDocument;
import static dev.cairn.domain.catalog.Products.aRichProduct;
import static dev.cairn.domain.catalog.Products.ids;
import static dev.cairn.domain.catalog.Refusals.assertRefused;
import static dev.cairn.domain.shared.ErrorCode.INVALID_CRITERIA;
import static dev.cairn.domain.shared.ErrorCode.OUTCOME_NAME_EXISTS;
import static dev.cairn.domain.shared.ErrorCode.RELEASE_NAME_EXISTS;
import static dev.cairn.domain.shared.ErrorCode.TAG_NAME_EXISTS;
import static dev.cairn.domain.shared.ErrorCode.TELEMETRY_NAME_EXISTS;
import static dev.cairn.domain.shared.ErrorCode.TOTAL_WEIGHT_EXCEEDED;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.catalog.Offering.Mode;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductImportTest {
    private static final Mode MERGE = new Mode(false, false);
    private static final Mode PRUNE = new Mode(true, false);
    private static final Mode NORMALIZE = new Mode(false, true);

    private static Optional<BigDecimal> bring(Product product, Drafts.Document document, Mode mode) {
        return product.importDocument(document.build(), mode, ids(), ANNA, TUESDAY);
    }

    private static List<String> names(Product product) {
        return product.snapshot().tasks().stream().map(ProductTask::name).toList();
    }

    private static ProductTask task(Product product, String key) {
        return product.snapshot().tasks().stream()
                .filter(task -> task.key().value().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Product abc() {
        return aProduct(aDocument().with(aTask("A"), aTask("B"), aTask("C")));
    }

    private static void assertUnchanged(Product product) {
        assertThat(product.takeEvents()).isEmpty();
        assertThat(product.snapshot().version()).isEqualTo(1);
        assertThat(product.snapshot().updatedAt()).isEqualTo(MONDAY);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_export_brought_in_again_changes_nothing(boolean prune) {
        var product = aRichProduct();
        product.importDocument(product.export(), new Mode(prune, false), ids(), ANNA, TUESDAY);
        assertUnchanged(product);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_document_it_came_from_changes_nothing(boolean prune) {
        var product = aRichProduct();
        bring(product, aRichDocument(), new Mode(prune, false));
        assertUnchanged(product);
    }

    @Test
    void an_export_makes_the_same_product_elsewhere() {
        var export = aRichProduct().export();
        var copy = Product.create(Products.anId(), export, false, ids(), ANNA, MONDAY)
                .offering();
        assertThat(copy.export()).isEqualTo(export);
    }

    @Test
    void an_import_that_changes_something_is_one_change() {
        var product = abc();
        bring(product, aDocument().described("New").with(aTask("D"), aTask("A").taking(5)), MERGE);
        assertThat(product.snapshot().version()).isEqualTo(2);
        assertThat(product.takeEvents()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("product.imported");
            assertThat(event.changes().after()).containsOnlyKeys("description", "tasks");
        });
    }

    @Nested
    class Matching {
        @Test
        void goes_by_key_first() {
            var product = aRichProduct();
            var before = task(product, "connect-idp");
            bring(product, aDocument().with(aTask("Inspect traffic").key("connect-idp")), MERGE);
            assertThat(task(product, "connect-idp").id()).isEqualTo(before.id());
            assertThat(task(product, "connect-idp").name()).isEqualTo("Inspect traffic");
            assertThat(product.snapshot().tasks()).hasSize(3);
        }

        @Test
        void goes_by_name_then_ignoring_case_and_the_key_stays() {
            var product = aRichProduct();
            var before = product.snapshot().outcomes().get(0);
            bring(product, aDocument().outcome("zt", "ZERO-TRUST access"), MERGE);
            assertThat(product.snapshot().outcomes().get(0))
                    .isEqualTo(new Outcome(before.id(), before.key(), "ZERO-TRUST access"));
        }

        @Test
        void lets_a_document_refer_by_its_own_keys() {
            var product = aRichProduct();
            bring(
                    product,
                    aDocument()
                            .outcome("zt", "Zero-trust access")
                            .with(aTask("New").outcomes("zt")),
                    MERGE);
            assertThat(task(product, "new").outcomes())
                    .containsExactly(product.snapshot().outcomes().get(0).id());
        }

        @Test
        void gives_each_of_several_tasks_of_one_name_its_own_partner() {
            var product = aProduct(
                    aDocument().with(aTask("Same").taking(1), aTask("Same").taking(2)));
            var before =
                    product.snapshot().tasks().stream().map(ProductTask::id).toList();
            bring(product, aDocument().with(aTask("Same"), aTask("Same"), aTask("Same")), MERGE);
            assertThat(product.snapshot().tasks())
                    .hasSize(3)
                    .extracting(ProductTask::id)
                    .startsWith(before.get(0), before.get(1));
            assertThat(product.snapshot().tasks().get(2).key().value()).isEqualTo("same-3");
        }

        @Test
        void a_part_claimed_by_its_key_is_not_claimed_by_its_name_again() {
            var product = aRichProduct();
            bring(product, aDocument().outcome("Zero-trust access").outcome("zero-trust", "Trust nobody"), MERGE);
            assertThat(product.snapshot().outcomes())
                    .extracting(outcome -> outcome.key().value() + "=" + outcome.name())
                    .containsExactly(
                            "zero-trust=Trust nobody",
                            "visibility=See all traffic",
                            "zero-trust-access=Zero-trust access");
        }

        @Test
        void lets_two_parts_swap_their_names() {
            var product = aRichProduct();
            bring(
                    product,
                    aDocument().outcome("zero-trust", "See all traffic").outcome("visibility", "Zero-trust access"),
                    MERGE);
            assertThat(product.snapshot().outcomes())
                    .extracting(Outcome::name)
                    .containsExactly("See all traffic", "Zero-trust access");
        }
    }

    @Nested
    class WhatTheDocumentLacks {
        @Test
        void stays() {
            var product = aRichProduct();
            var before = product.snapshot();
            bring(product, aDocument(), MERGE);
            bring(product, aDocument().with(aTask("Connect the identity provider")), MERGE);
            bring(
                    product,
                    aDocument().outcome("zero-trust", "Zero-trust access").tag("net", "Network"),
                    MERGE);
            assertThat(product.snapshot()).isEqualTo(before);
            assertUnchanged(product);
        }

        @Test
        void stays_inside_a_definition_too() {
            var product = aRichProduct();
            bring(
                    product,
                    aDocument()
                            .with(aTask("Connect the identity provider")
                                    .with(aDefinition("Provisioned users").withoutCriteria())),
                    MERGE);
            assertUnchanged(product);
        }

        @Test
        void goes_when_pruned() {
            var product = aRichProduct();
            var before = task(product, "connect-idp");
            bring(product, aDocument().with(aTask("Connect the identity provider")), PRUNE);
            var after = product.snapshot();
            assertThat(after.details().description()).isEmpty();
            assertThat(after.details().externalId()).isEmpty();
            assertThat(after.outcomes()).isEmpty();
            assertThat(after.releases()).isEmpty();
            assertThat(after.tags()).isEmpty();
            assertThat(after.tasks()).singleElement().satisfies(task -> {
                assertThat(task.id()).isEqualTo(before.id());
                assertThat(task.key()).isEqualTo(before.key());
                assertThat(task.description()).isEmpty();
                assertThat(task.estMinutes()).isZero();
                assertThat(task.outcomes()).isEmpty();
                assertThat(task.telemetry()).isEmpty();
                assertThat(task.licenseLevel()).isEqualTo(LicenseLevel.ESSENTIAL);
            });
        }

        @Test
        void cannot_be_referred_to_when_pruned() {
            var product = aRichProduct();
            assertRefused(
                            VALIDATION_ERROR,
                            () -> bring(product, aDocument().with(aTask("New").outcomes("visibility")), PRUNE))
                    .containsExactly("/tasks/0/outcomes/0 REFERENCE");
            bring(product, aDocument().with(aTask("New").outcomes("visibility")), MERGE);
            assertThat(task(product, "new").outcomes()).hasSize(1);
        }

        @Test
        void what_it_says_holds() {
            var product = aRichProduct();
            bring(
                    product,
                    aDocument()
                            .named("Secure Core")
                            .described("New")
                            .known("sku-1")
                            .release("r1", "2026.1", "3")
                            .tag("net", "Net", "#000000", 9)
                            .with(aTask("Connect")
                                    .key("connect-idp")
                                    .described("D")
                                    .taking(5)
                                    .weighing("1")
                                    .prior(Priority.LOW)
                                    .forLevel(LicenseLevel.SIGNATURE)
                                    .outcomes()
                                    .releases("r2")
                                    .tags()
                                    .docs()
                                    .videos()
                                    .noted("N")
                                    .with(aDefinition("Users")
                                            .key("idp-users")
                                            .inactive()
                                            .at(7))),
                    MERGE);
            var task = task(product, "connect-idp");
            assertThat(product.snapshot().details().name()).isEqualTo("Secure Core");
            assertThat(product.snapshot().releases()).extracting(Release::name).containsExactly("2026.2", "2026.1");
            assertThat(product.snapshot().tags().get(1).color()).hasValue("#000000");
            assertThat(task.description()).hasValue("D");
            assertThat(task.notes()).hasValue("N");
            assertThat(task.priority()).hasValue(Priority.LOW);
            assertThat(task.estMinutes()).isEqualTo(5);
            assertThat(task.outcomes()).isEmpty();
            assertThat(task.howToDoc()).isEmpty();
            assertThat(task.howToVideo()).isEmpty();
            assertThat(task.releases())
                    .containsExactly(product.snapshot().releases().get(0).id());
            assertThat(task.telemetry()).hasSize(2).last().satisfies(definition -> {
                assertThat(definition.name()).isEqualTo("Users");
                assertThat(definition.order()).isEqualTo(7);
                assertThat(definition.active()).isFalse();
                assertThat(definition.required()).isTrue();
            });
        }
    }

    @Nested
    class NamesThatClashWithWhatStays {
        @Test
        void are_refused_with_their_place() {
            var product = aRichProduct();
            assertRefused(
                            OUTCOME_NAME_EXISTS,
                            () -> bring(product, aDocument().outcome("zero-trust", "See all traffic"), MERGE))
                    .containsExactly("/outcomes/0/name DUPLICATE");
            assertRefused(RELEASE_NAME_EXISTS, () -> bring(product, aDocument().release("r1", "2026.2", "1"), MERGE))
                    .containsExactly("/releases/0/name DUPLICATE");
            assertRefused(TAG_NAME_EXISTS, () -> bring(product, aDocument().tag("net", "operations"), MERGE))
                    .containsExactly("/tags/0/name DUPLICATE");
            assertRefused(
                            TELEMETRY_NAME_EXISTS,
                            () -> bring(
                                    product,
                                    aDocument()
                                            .with(aTask("Connect")
                                                    .key("connect-idp")
                                                    .with(aDefinition("planned groups")
                                                            .key("idp-users"))),
                                    MERGE))
                    .containsExactly("/tasks/0/telemetry/0/name DUPLICATE");
            assertUnchanged(product);
        }

        @Test
        void are_fine_when_what_bore_them_goes() {
            var product = aRichProduct();
            bring(product, aDocument().outcome("zero-trust", "See all traffic"), PRUNE);
            assertThat(product.snapshot().outcomes())
                    .extracting(outcome -> outcome.key().value())
                    .containsExactly("zero-trust");
        }
    }

    @Nested
    class Criteria {
        @Test
        void are_demanded_of_what_is_new_or_becomes_active() {
            var product = aProduct(aDocument()
                    .with(aTask("A").with(aDefinition("Users").withoutCriteria().inactive())));
            bring(product, aDocument().with(aTask("A").with(aDefinition("Users").withoutCriteria())), MERGE);
            assertUnchanged(product);
            assertRefused(
                            INVALID_CRITERIA,
                            () -> bring(
                                    product,
                                    aDocument()
                                            .with(aTask("A")
                                                    .with(aDefinition("Groups").withoutCriteria())),
                                    MERGE))
                    .containsExactly("/tasks/0/telemetry/0/successCriteria REQUIRED");
            assertRefused(
                    INVALID_CRITERIA,
                    () -> bring(
                            product,
                            aDocument()
                                    .with(aTask("A").with(aDefinition("Users").withoutCriteria())),
                            PRUNE));
        }

        @Test
        void a_task_has_an_end_to_its_definitions() {
            var full = aTask("A");
            IntStream.range(0, Limits.TELEMETRY).forEach(i -> full.with(aDefinition("Definition " + i)));
            var product = aProduct(aDocument().with(full));
            assertRefused(
                            VALIDATION_ERROR,
                            () -> bring(product, aDocument().with(aTask("A").with(aDefinition("One more"))), MERGE))
                    .containsExactly("/tasks/0/telemetry LENGTH");
        }
    }

    @Nested
    class Sequence {
        @Test
        void follows_the_numbers_of_the_document() {
            var product = abc();
            bring(
                    product,
                    aDocument()
                            .with(aTask("A").at(3), aTask("B").at(1), aTask("C").at(2)),
                    MERGE);
            assertThat(names(product)).containsExactly("B", "C", "A");
        }

        @Test
        void inserts_where_the_document_says_and_what_stays_shifts() {
            var product = abc();
            bring(product, aDocument().with(aTask("X").at(1), aTask("C").at(2)), MERGE);
            assertThat(names(product)).containsExactly("X", "C", "A", "B");
        }

        @Test
        void keeps_tasks_without_a_number_where_they_were_and_puts_new_ones_last() {
            var product = abc();
            bring(
                    product,
                    aDocument()
                            .with(aTask("Z"), aTask("C").taking(1), aTask("A").taking(1)),
                    MERGE);
            assertThat(names(product)).containsExactly("A", "B", "C", "Z");
            bring(product, aDocument().with(aTask("Z"), aTask("C"), aTask("A")), PRUNE);
            assertThat(names(product)).containsExactly("A", "C", "Z");
        }

        @Test
        void takes_numbers_beyond_the_end_as_an_order() {
            var product = abc();
            bring(product, aDocument().with(aTask("Y").at(200), aTask("X").at(100)), MERGE);
            assertThat(names(product)).containsExactly("A", "B", "C", "X", "Y");
        }
    }

    @Nested
    class Weights {
        @Test
        void of_what_stays_count_too() {
            var product = aProduct(aDocument().with(aTask("A").weighing("60")));
            assertRefused(
                    TOTAL_WEIGHT_EXCEEDED,
                    () -> bring(product, aDocument().with(aTask("B").weighing("41")), MERGE));
            bring(product, aDocument().with(aTask("B").weighing("41")), PRUNE);
            assertThat(names(product)).containsExactly("B");
        }

        @Test
        void are_scaled_together_when_asked_for() {
            var product = aProduct(aDocument().with(aTask("A").weighing("60")));
            var from = bring(product, aDocument().with(aTask("B").weighing("60")), NORMALIZE);
            assertThat(from).hasValue(new BigDecimal("120.00"));
            assertThat(product.snapshot().tasks())
                    .extracting(task -> task.weight().value().toPlainString())
                    .containsExactly("50.00", "50.00");
        }

        @Test
        void that_are_a_hundred_already_stay() {
            var product = aProduct(aDocument().with(aTask("A").weighing("100")));
            assertThat(bring(product, aDocument(), NORMALIZE)).hasValue(new BigDecimal("100.00"));
            assertUnchanged(product);
        }

        @Test
        void are_not_spoken_of_when_nobody_asked() {
            assertThat(bring(abc(), aDocument().with(aTask("A").weighing("10")), MERGE))
                    .isEmpty();
        }
    }
}
