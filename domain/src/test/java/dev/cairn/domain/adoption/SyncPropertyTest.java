package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.NO_NOTE;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcome;
import static dev.cairn.domain.adoption.AdoptionFixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.shared.Weight;
import dev.cairn.domain.telemetry.published.DataType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of a plan however catalogue, entitlement, people and telemetry move between its synchronisations. */
class SyncPropertyTest {
    private static final int SOURCES = 5;
    private static final int DEFINITIONS = 2;
    private static final ProductId PRODUCT = new ProductId(AdoptionFixtures.id());
    private static final List<ProductTaskId> TASKS = ids(SOURCES, ProductTaskId::new);
    private static final List<List<TelemetryDefinitionId>> MEASURED = IntStream.range(0, SOURCES)
            .mapToObj(i -> ids(DEFINITIONS, TelemetryDefinitionId::new))
            .toList();
    private static final List<Blueprint.Outcome> OUTCOMES = List.of(outcome("trust"), outcome("sight"));
    private static final List<Blueprint.Release> RELEASES = List.of(release("r1", "1"), release("r2", "2.5"));

    private static <I> List<I> ids(int count, Function<UUID, I> of) {
        return Stream.generate(AdoptionFixtures::id).limit(count).map(of).toList();
    }

    /** The catalogue and the entitlement as somebody left them. */
    record Offer(List<Optional<Blueprint.Task>> sources, String name, Entitlement entitlement) {
        Blueprint at(long version) {
            return new Blueprint(
                    PRODUCT,
                    name,
                    version,
                    OUTCOMES.stream().map(Blueprint.Outcome::id).collect(Collectors.toSet()),
                    RELEASES.stream().map(Blueprint.Release::id).collect(Collectors.toSet()),
                    sources.stream().flatMap(Optional::stream).toList());
        }
    }

    /** Somebody works on a task: gives it a status, or reports a value of each of its attributes. */
    record Work(int task, TaskStatus status, boolean value) {}

    /** An offer that the plan is synchronised with, after some work. */
    record Step(List<Work> works, Offer offer) {}

    private static final class World {
        private final AdoptionPlan plan;
        private final List<CustomerTask> tasks;
        private Entitlement entitlement;
        private Instant now = MONDAY;
        private long version = 1;

        World(Offer first) {
            var birth = AdoptionFixtures.aPlan(first.at(version), first.entitlement());
            plan = birth.plan();
            tasks = new ArrayList<>(birth.tasks());
            entitlement = first.entitlement();
        }

        World after(List<Step> steps) {
            for (var step : steps) {
                work(step.works());
                synchronise(step.offer());
            }
            return this;
        }

        void work(List<Work> works) {
            for (var work : works) {
                var live = tasks.stream().filter(task -> !task.isArchived()).toList();
                if (live.isEmpty()) {
                    return;
                }
                now = now.plusSeconds(60);
                var task = live.get(work.task() % live.size());
                if (work.value()) {
                    var attributes = task.snapshot().telemetry();
                    attributes.forEach(
                            attribute -> task.observe(attribute.id(), Attributes.observation(Attributes.MET, now)));
                    plan.receive(attributes.size(), Optional.empty(), ANNA, now);
                } else {
                    plan.advance(task.changeStatus(work.status(), NO_NOTE, StatusSource.MANUAL, ANNA, now), ANNA, now);
                }
            }
        }

        Blueprint offered(Offer offer) {
            version++;
            now = now.plus(Duration.ofHours(1));
            entitlement = offer.entitlement();
            plan.learn(entitlement);
            return offer.at(version);
        }

        SyncDiff diff(Blueprint product) {
            return plan.preview(tasks, product, entitlement).diff();
        }

        AdoptionPlan.Synchronisation synchronise(Offer offer) {
            return synchronise(offered(offer));
        }

        AdoptionPlan.Synchronisation synchronise(Blueprint product) {
            var done = plan.synchronise(
                    Optional.empty(), List.copyOf(tasks), product, entitlement, AdoptionFixtures::id, ANNA, now);
            tasks.addAll(done.added());
            return done;
        }

        Map<TaskId, CustomerTask.Snapshot> snapshots() {
            return tasks.stream().map(CustomerTask::snapshot).collect(Collectors.toMap(it -> it.id(), it -> it));
        }
    }

    @Property(tries = 200)
    void what_was_synchronised_has_nothing_left_to_synchronise(
            @ForAll("offers") Offer first, @ForAll("steps") List<Step> steps, @ForAll("offers") Offer last) {
        var world = new World(first).after(steps);
        var product = world.offered(last);
        world.synchronise(product);

        assertThat(world.diff(product).isEmpty()).isTrue();
        assertThat(world.plan.snapshot().needsSync(product.version())).isFalse();

        world.plan.takeEvents();
        var before = world.plan.snapshot();
        assertThat(world.synchronise(product).undo()).isEmpty();
        assertThat(world.plan.snapshot()).isEqualTo(before);
        assertThat(world.plan.takeEvents()).isEmpty();
    }

    @Property(tries = 200)
    void a_preview_says_what_the_synchronisation_does(
            @ForAll("offers") Offer first, @ForAll("steps") List<Step> steps, @ForAll("offers") Offer last) {
        var world = new World(first).after(steps);
        var product = world.offered(last);
        var before = world.snapshots();

        var diff = world.diff(product);
        assertThat(world.snapshots()).as("a preview changes nothing").isEqualTo(before);
        assertThat(diff.before()).isEqualTo(world.plan.snapshot().progress());

        var done = world.synchronise(product);
        assertThat(done.diff()).isEqualTo(diff);
        assertThat(world.plan.snapshot().progress()).isEqualTo(diff.after());
        assertThat(done.added()).hasSameSizeAs(diff.added());
        assertThat(done.touched())
                .extracting(CustomerTask::id)
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                diff.updated().stream().map(SyncDiff.TaskUpdate::task),
                                diff.restored().stream().map(SyncDiff.TaskUpdate::task),
                                diff.archived().stream().map(SyncDiff.TaskArchival::task))
                        .flatMap(Function.identity())
                        .toList());
    }

    @Property(tries = 200)
    void the_figures_are_the_sum_over_the_tasks(@ForAll("offers") Offer first, @ForAll("steps") List<Step> steps) {
        var world = new World(first).after(steps);

        assertThat(world.plan.snapshot().progress())
                .isEqualTo(world.tasks.stream().map(CustomerTask::share).reduce(Progress.NONE, Progress::plus));
    }

    @Property(tries = 200)
    void a_plan_has_one_live_copy_of_exactly_what_is_eligible(
            @ForAll("offers") Offer first, @ForAll("steps") List<Step> steps, @ForAll("offers") Offer last) {
        var world = new World(first).after(steps);
        var product = world.offered(last);
        world.synchronise(product);

        assertThat(world.tasks)
                .filteredOn(task -> !task.isArchived())
                .extracting(task -> task.snapshot().content())
                .containsExactlyInAnyOrderElementsOf(product.tasks().stream()
                        .filter(last.entitlement()::covers)
                        .map(TaskContent::of)
                        .toList());
        assertThat(world.tasks)
                .extracting(task -> task.snapshot().content().originalTaskId())
                .doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void nothing_that_is_the_customers_is_ever_lost(
            @ForAll("offers") Offer first, @ForAll("steps") List<Step> steps, @ForAll("offers") Offer last) {
        var world = new World(first).after(steps);
        var before = world.snapshots();
        world.tasks.forEach(CustomerTask::takeEvents);
        world.synchronise(last);
        var after = world.snapshots();

        assertThat(after.keySet()).containsAll(before.keySet());
        before.forEach((id, task) -> {
            var now = after.get(id);
            assertThat(now.state().put(task.state().archival())).isEqualTo(task.state());
            assertThat(readings(now)).containsAllEntriesOf(readings(task));
            assertThat(now.version() - task.version()).isEqualTo(now.equals(task) ? 0 : 1);
        });
        assertThat(world.tasks)
                .as("statuses were not touched")
                .allSatisfy(task -> assertThat(task.takeEvents()).isEmpty());
    }

    @Property(tries = 200)
    void going_away_and_coming_back_is_as_if_it_had_stayed(
            @ForAll("offers") Offer first, @ForAll("steps") List<Step> steps) {
        var world = new World(first).after(steps);
        var before = world.snapshots();
        var nothing = new Offer(List.of(), "Nothing", first.entitlement());
        var back = steps.isEmpty() ? first : steps.get(steps.size() - 1).offer();

        world.synchronise(nothing);
        assertThat(world.tasks).allMatch(CustomerTask::isArchived);
        world.synchronise(back);

        before.forEach((id, task) -> {
            var now = world.snapshots().get(id);
            if (!task.state().isArchived()) {
                assertThat(now.state()).isEqualTo(task.state());
                assertThat(now.content()).isEqualTo(task.content());
                assertThat(now.telemetry()).isEqualTo(task.telemetry());
            }
        });
    }

    @Property(tries = 200)
    void taken_back_is_as_if_it_had_not_been(
            @ForAll("offers") Offer first, @ForAll("steps") List<Step> steps, @ForAll("offers") Offer last) {
        var world = new World(first).after(steps);
        var product = world.offered(last);
        var plan = world.plan.snapshot();
        var tasks = world.snapshots();
        var done = world.synchronise(product);
        if (done.undo().isEmpty()) {
            return;
        }

        var undone = world.plan.undoSync(done.undo(), List.copyOf(world.tasks), world.entitlement, ANNA, world.now);
        world.tasks.removeAll(undone.removed());

        var now = world.plan.snapshot();
        assertThat(now)
                .usingRecursiveComparison()
                .ignoringFields("version", "valuesSinceSync", "milestones")
                .isEqualTo(plan);
        assertThat(now.milestones().reached())
                .containsAllEntriesOf(plan.milestones().reached());
        assertThat(now.version()).isEqualTo(plan.version() + 2);
        assertThat(undone.removed()).isEqualTo(done.added());
        assertThat(world.snapshots().keySet()).isEqualTo(tasks.keySet());
        tasks.forEach((id, task) -> assertThat(world.snapshots().get(id))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(task));
    }

    @Property(tries = 200)
    void what_was_worked_on_is_not_taken_back(
            @ForAll("offers") Offer first, @ForAll("offers") Offer last, @ForAll("works") Work work) {
        var world = new World(first);
        var done = world.synchronise(last);
        var before = world.snapshots();
        var counted = world.plan.snapshot().valuesSinceSync();
        world.work(List.of(work));
        var worked = !world.snapshots().values().stream()
                        .map(CustomerTask.Snapshot::version)
                        .sorted()
                        .toList()
                        .equals(before.values().stream()
                                .map(CustomerTask.Snapshot::version)
                                .sorted()
                                .toList())
                || world.plan.snapshot().valuesSinceSync() != counted;
        if (done.undo().isEmpty() || !worked) {
            return;
        }
        try {
            world.plan.undoSync(done.undo(), world.tasks, world.entitlement, ANNA, world.now);
            throw new AssertionError("taken back in spite of " + work);
        } catch (DomainException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.SYNC_NOT_UNDOABLE);
        }
    }

    private static Map<TelemetryAttributeId, Reading> readings(CustomerTask.Snapshot task) {
        var readings = new HashMap<TelemetryAttributeId, Reading>();
        task.telemetry().forEach(attribute -> readings.put(attribute.id(), attribute.reading()));
        return readings;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(works().list().ofMaxSize(4), offers())
                .as(Step::new)
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<Work> works() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, SOURCES - 1),
                        Arbitraries.of(TaskStatus.class),
                        Arbitraries.of(false, false, true))
                .as(Work::new);
    }

    @Provide
    Arbitrary<Offer> offers() {
        var sources = IntStream.range(0, SOURCES)
                .mapToObj(i -> source(i).optional(0.8))
                .toList();
        return Combinators.combine(
                        Combinators.combine(sources).as(all -> all), Arbitraries.of("Edge", "Edge 2"), entitlements())
                .as(Offer::new);
    }

    private static Arbitrary<Entitlement> entitlements() {
        return Combinators.combine(
                        Arbitraries.of(LicenseLevel.class),
                        Arbitraries.of(OUTCOMES)
                                .map(Blueprint.Outcome::id)
                                .set()
                                .ofMaxSize(2),
                        Arbitraries.of(RELEASES)
                                .map(Blueprint.Release::id)
                                .set()
                                .ofMaxSize(2))
                .as(Entitlement::new);
    }

    private static Arbitrary<Blueprint.Task> source(int index) {
        return Combinators.combine(
                        Arbitraries.of("Connect", "Use"),
                        Arbitraries.of("0", "1.25", "10"),
                        Arbitraries.of(LicenseLevel.class),
                        Arbitraries.of(OUTCOMES).list().uniqueElements().ofMaxSize(2),
                        Arbitraries.of(RELEASES).list().uniqueElements().ofMaxSize(2),
                        Arbitraries.of("net", "sso").map(tag -> List.of(new Blueprint.Tag(tag, Optional.empty()))),
                        definitions(index))
                .as((name, weight, level, outcomes, releases, tags, telemetry) -> new Blueprint.Task(
                        TASKS.get(index),
                        name,
                        Optional.of(name + " it").filter(text -> name.equals("Use")),
                        index,
                        new Weight(new BigDecimal(weight)),
                        index + 1,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        level,
                        outcomes,
                        releases,
                        tags,
                        telemetry));
    }

    private static Arbitrary<List<Blueprint.Telemetry>> definitions(int task) {
        var each = IntStream.range(0, DEFINITIONS)
                .mapToObj(i -> Combinators.combine(
                                Arbitraries.of("users", "logins"),
                                Arbitraries.of(true, false),
                                Arbitraries.integers().between(1, 2),
                                Arbitraries.of(true, true, false),
                                Arbitraries.of(100, 200))
                        .as((name, required, order, active, threshold) -> new Blueprint.Telemetry(
                                MEASURED.get(task).get(i),
                                name + i,
                                Optional.empty(),
                                DataType.NUMBER,
                                required,
                                Optional.of(Criteria.atLeast(threshold)),
                                order,
                                active))
                        .optional(0.7))
                .toList();
        return Combinators.combine(each)
                .as(all -> all.stream()
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparingInt(Blueprint.Telemetry::order)
                                .thenComparing(Blueprint.Telemetry::name))
                        .toList());
    }
}
