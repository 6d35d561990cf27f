package dev.cairn.domain.catalog;

import static dev.cairn.domain.catalog.Drafts.aDocument;
import static dev.cairn.domain.catalog.Drafts.aTask;
import static dev.cairn.domain.catalog.Products.ANNA;
import static dev.cairn.domain.catalog.Products.TUESDAY;
import static dev.cairn.domain.catalog.Products.aProduct;
import static dev.cairn.domain.catalog.Products.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.catalog.Offering.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProductPropertyTest {
    /** One thing that somebody does to the tasks; the number says to which and where. */
    enum Move {
        ADD,
        INSERT,
        MOVE,
        REMOVE,
        SHUFFLE,
        IMPORT
    }

    record Step(Move move, int number) {}

    @Property(tries = 300)
    void places_are_dense_and_keys_unique_after_any_series_of_moves(@ForAll("steps") List<Step> steps) {
        var product = aProduct(aDocument().with(aTask("First")));
        long version = 1;
        for (var step : steps) {
            var before = product.snapshot();
            take(step, product);
            var after = product.snapshot();
            var events = product.takeEvents();

            assertThat(after.tasks())
                    .extracting(ProductTask::sequenceNumber)
                    .isEqualTo(IntStream.rangeClosed(1, after.tasks().size())
                            .boxed()
                            .toList());
            assertThat(after.tasks()).extracting(ProductTask::key).doesNotHaveDuplicates();
            version += before.tasks().equals(after.tasks()) ? 0 : 1;
            assertThat(after.version()).isEqualTo(version);
            assertThat(events).hasSize((int) (after.version() - before.version()));
        }
    }

    private static void take(Step step, Product product) {
        var tasks = product.snapshot().tasks();
        var size = tasks.size();
        if (size == 0 || step.move() == Move.ADD) {
            product.addTask(aTask("Task").build(), ids(), ANNA, TUESDAY);
            return;
        }
        var one = tasks.get(step.number() % size);
        switch (step.move()) {
            case INSERT ->
                product.addTask(aTask("Task").at(1 + step.number() % (size + 1)).build(), ids(), ANNA, TUESDAY);
            case MOVE ->
                product.replaceTask(
                        one.id(), aTask("Task").at(1 + step.number() * 7 % size).build(), ids(), ANNA, TUESDAY);
            case REMOVE -> product.removeTask(one.id(), ANNA, TUESDAY);
            case SHUFFLE -> {
                var order = new ArrayList<>(tasks.stream().map(ProductTask::id).toList());
                Collections.shuffle(order, new Random(step.number()));
                product.orderTasks(order, ANNA, TUESDAY);
            }
            default ->
                product.importDocument(
                        aDocument()
                                .with(aTask("Task").at(1 + step.number()), aTask("Other"))
                                .build(),
                        new Mode(step.number() % 5 == 0, false),
                        ids(),
                        ANNA,
                        TUESDAY);
        }
    }

    @Property(tries = 300)
    void an_export_brought_in_again_is_the_same_product(
            @ForAll("documents") ProductDocument document, @ForAll boolean prune, @ForAll boolean restored) {
        var made = Product.create(Products.anId(), document, true, ids(), ANNA, TUESDAY)
                .offering();
        made.takeEvents();
        var product = restored ? Product.restore(made.snapshot()) : made;
        var before = product.snapshot();

        product.importDocument(product.export(), new Mode(prune, true), ids(), ANNA, TUESDAY);

        assertThat(product.snapshot()).isEqualTo(before);
        assertThat(product.takeEvents()).isEmpty();
    }

    @Property(tries = 300)
    void a_pruning_import_makes_any_product_what_the_document_says(
            @ForAll("documents") ProductDocument first, @ForAll("documents") ProductDocument second) {
        var product = Product.create(Products.anId(), first, true, ids(), ANNA, TUESDAY)
                .offering();
        product.importDocument(second, new Mode(true, true), ids(), ANNA, TUESDAY);
        var version = product.snapshot().version();

        assertThat(product.snapshot().outcomes()).hasSameSizeAs(second.outcomes());
        assertThat(product.snapshot().tasks()).hasSameSizeAs(second.tasks());
        product.importDocument(second, new Mode(true, true), ids(), ANNA, TUESDAY);
        assertThat(product.snapshot().version()).isEqualTo(version);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Move.class), Arbitraries.integers().between(0, 50))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<ProductDocument> documents() {
        var names = Arbitraries.of("Connect", "Inspect", "CONNECT", "Überwachen", "Retire", "***");
        var some = Arbitraries.integers().between(0, 6);
        return Combinators.combine(names.list().ofMaxSize(6), names.set().ofMaxSize(4), some, some)
                .as((tasks, outcomes, seed, weight) -> {
                    var document = aDocument();
                    var folded = new ArrayList<String>();
                    for (var outcome : outcomes) {
                        if (!folded.contains(outcome.toLowerCase(Locale.ROOT))) {
                            folded.add(outcome.toLowerCase(Locale.ROOT));
                            document.outcome("o" + folded.size(), outcome).tag("t-" + outcome, outcome);
                        }
                    }
                    var random = new Random(seed);
                    for (var name : tasks) {
                        var task = aTask(name)
                                .weighing(weight + "." + random.nextInt(100))
                                .taking(random.nextInt(9));
                        if (!folded.isEmpty() && random.nextBoolean()) {
                            task.outcomes("o" + (1 + random.nextInt(folded.size())));
                        }
                        if (random.nextBoolean()) {
                            task.with(Drafts.aDefinition("Users").at(random.nextInt(3)), Drafts.aDefinition("Groups"));
                        }
                        document.with(task);
                    }
                    return document.build();
                });
    }
}
