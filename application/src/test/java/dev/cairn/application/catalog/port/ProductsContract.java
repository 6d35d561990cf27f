package dev.cairn.application.catalog.port;

import static dev.cairn.domain.catalog.Drafts.aDocument;
import static dev.cairn.domain.catalog.Drafts.aTask;
import static dev.cairn.domain.catalog.Drafts.anOutcome;
import static dev.cairn.domain.catalog.Products.MONDAY;
import static dev.cairn.domain.catalog.Products.TUESDAY;
import static dev.cairn.domain.catalog.Products.aRichDocument;
import static dev.cairn.domain.catalog.Products.anId;
import static dev.cairn.domain.catalog.Products.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.catalog.Drafts;
import dev.cairn.domain.catalog.Facet;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Products} keeps. Each test uses organisations of its own. */
public abstract class ProductsContract {
    private final Actor anna = new Actor(anOrganisation(), "anna");

    protected abstract Offerings products();

    /** Runs the work in one unit of the organisation and waits for it. */
    protected abstract <T> T inOneUnit(OrgId org, Supplier<Uni<T>> work);

    /** How many changes of the product were written down. */
    protected abstract long storedEvents(OfferingId product);

    private static OrgId anOrganisation() {
        return new OrgId("org-" + UUID.randomUUID());
    }

    private Product stored(Drafts.Document document) {
        return stored(document, anna);
    }

    private Product stored(Drafts.Document document, Actor by) {
        var product = Product.create(anId(), document.build(), false, ids(), by, MONDAY)
                .offering();
        inOneUnit(by.org(), () -> products().add(product).replaceWith(product));
        return product;
    }

    private Offering.Snapshot read(OfferingId id) {
        return inOneUnit(anna.org(), () -> products().get(id)).snapshot();
    }

    private Offering change(OfferingId id, Consumer<Offering> behaviour) {
        return inOneUnit(anna.org(), () -> products().get(id).invoke(behaviour).call(products()::save));
    }

    private static void assertRefused(ErrorCode code, Supplier<?> act) {
        assertThatThrownBy(act::get)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void what_was_added_is_read_as_it_was() {
        var product = stored(aRichDocument());
        assertThat(read(product.id())).isEqualTo(product.snapshot());
        assertThat(storedEvents(product.id())).isEqualTo(1);
    }

    @Test
    void every_change_of_every_part_is_kept() {
        var product = stored(aRichDocument());
        var tasks = product.snapshot().tasks();
        var changed = change(product.id(), it -> {
            it.add(Facet.OUTCOMES, anOutcome("One more"), ids(), anna, TUESDAY);
            it.remove(Facet.OUTCOMES, it.snapshot().outcomes().get(0).id(), anna, TUESDAY);
            it.replace(
                    Facet.RELEASES,
                    it.snapshot().releases().get(0).id(),
                    Drafts.aRelease("2026.1 LTS", "9.25"),
                    anna,
                    TUESDAY);
            it.remove(Facet.TAGS, it.snapshot().tags().get(0).id(), anna, TUESDAY);
            it.addTask(aTask("New").at(1).weighing("0.01").build(), ids(), anna, TUESDAY);
            it.removeTask(tasks.get(1).id(), anna, TUESDAY);
            it.replaceTask(
                    tasks.get(0).id(),
                    aTask("Other")
                            .at(3)
                            .with(Drafts.aDefinition("Provisioned users").at(4), Drafts.aDefinition("New"))
                            .build(),
                    ids(),
                    anna,
                    TUESDAY);
            it.archive(anna, TUESDAY);
        });
        assertThat(read(product.id())).isEqualTo(changed.snapshot());
        assertThat(changed.snapshot().version()).isEqualTo(9);
        assertThat(storedEvents(product.id())).isEqualTo(9);
    }

    @Test
    void names_keys_and_places_may_be_swapped_in_one_change() {
        var product = stored(aRichDocument());
        var tasks = product.snapshot().tasks();
        var changed = change(product.id(), it -> {
            it.importDocument(
                    aDocument()
                            .outcome("zero-trust", "See all traffic")
                            .outcome("visibility", "Zero-trust access")
                            .build(),
                    new Product.Mode(false, false),
                    ids(),
                    anna,
                    TUESDAY);
            it.orderTasks(
                    List.of(tasks.get(2).id(), tasks.get(1).id(), tasks.get(0).id()), anna, TUESDAY);
        });
        assertThat(read(product.id())).isEqualTo(changed.snapshot());
    }

    @Test
    void a_change_that_changed_nothing_stores_nothing() {
        var product = stored(aRichDocument());
        change(product.id(), it -> it.update(it.snapshot().details(), anna, TUESDAY));
        assertThat(read(product.id())).isEqualTo(product.snapshot());
        assertThat(storedEvents(product.id())).isEqualTo(1);
    }

    @Test
    void a_name_is_unique_in_the_organisation_ignoring_case() {
        stored(aDocument().named("Secure Edge"));
        assertRefused(ErrorCode.PRODUCT_NAME_EXISTS, () -> stored(aDocument().named("SECURE edge")));
        var other = stored(aDocument().named("Other"));
        assertRefused(
                ErrorCode.PRODUCT_NAME_EXISTS,
                () -> change(
                        other.id(),
                        it -> it.update(aDocument().named("secure EDGE").build().details(), anna, TUESDAY)));
        assertThat(stored(aDocument().named("Secure Edge"), new Actor(anOrganisation(), "bob"))
                        .snapshot()
                        .details()
                        .name())
                .isEqualTo("Secure Edge");
    }

    @Test
    void a_callers_own_key_is_unique_in_the_organisation_exactly_as_it_is() {
        stored(aDocument().named("One").known("sku-1"));
        assertRefused(
                ErrorCode.EXTERNAL_ID_EXISTS,
                () -> stored(aDocument().named("Two").known("sku-1")));
        stored(aDocument().named("Three").known("SKU-1"));
    }

    @Test
    void another_organisations_product_is_as_missing_as_none() {
        var theirs = stored(aDocument(), new Actor(anOrganisation(), "bob"));
        assertRefused(ErrorCode.PRODUCT_NOT_FOUND, () -> read(theirs.id()));
        assertRefused(ErrorCode.PRODUCT_NOT_FOUND, () -> read(anId()));
    }

    @Test
    void what_is_removed_is_gone_and_its_name_is_free() {
        var product = stored(aRichDocument());
        inOneUnit(
                anna.org(),
                () -> products().get(product.id()).call(it -> {
                    it.delete(false, anna, TUESDAY);
                    return products().remove(it);
                }));
        assertRefused(ErrorCode.PRODUCT_NOT_FOUND, () -> read(product.id()));
        assertThat(storedEvents(product.id())).isEqualTo(2);
        stored(aRichDocument());
    }

    @Test
    void a_failure_after_save_leaves_neither_state_nor_event() {
        var product = stored(aRichDocument());
        assertThatThrownBy(() -> inOneUnit(
                        anna.org(),
                        () -> products()
                                .get(product.id())
                                .invoke(it -> it.archive(anna, TUESDAY))
                                .call(products()::save)
                                .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("later step")))))
                .hasMessageContaining("later step");
        assertThat(read(product.id())).isEqualTo(product.snapshot());
        assertThat(storedEvents(product.id())).isEqualTo(1);
    }
}
