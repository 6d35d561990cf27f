package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.NO_NOTE;
import static dev.cairn.domain.adoption.AdoptionFixtures.ORG;
import static dev.cairn.domain.adoption.Attributes.number;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of a plan whatever happens to its tasks: values, full files, people, evaluations, in any order. */
class TelemetryPropertyTest {
    /** Half an hour beside the hours at which things happen: nothing falls silent by the second between two looks. */
    private static final FreshnessPolicy POLICY =
            new FreshnessPolicy(Optional.of(Duration.ofHours(30)), Duration.ofMinutes(390), 1);

    private static final int TASKS = 3;

    enum Kind {
        VALUE,
        FULL_FILE,
        PERSON,
        RESET,
        ARCHIVE,
        EVALUATE
    }

    /** Something that happens, some hours after what happened before. */
    record Happening(Kind kind, int task, int figure, TaskStatus status, int hours) {}

    @Property
    void judging_twice_without_a_new_value_is_judging_once(@ForAll("happenings") List<Happening> happenings) {
        var world = new World().after(happenings);
        world.evaluateAll();
        var once = world.snapshots();
        world.takeEvents();

        world.now = world.now.plusSeconds(1);
        world.evaluateAll();

        assertThat(world.takeEvents()).isZero();
        for (int i = 0; i < TASKS; i++) {
            var again = world.tasks().get(i).snapshot();
            assertThat(again.state()).isEqualTo(once.get(i).state());
            assertThat(again.version()).isEqualTo(once.get(i).version());
            assertThat(again.telemetry())
                    .extracting(it -> it.reading().met() + " " + it.reading().fresh())
                    .isEqualTo(once.get(i).telemetry().stream()
                            .map(it -> it.reading().met() + " " + it.reading().fresh())
                            .toList());
            assertThat(again.telemetry())
                    .allSatisfy(it -> assertThat(it.reading().lastCheckedAt()).contains(world.now));
        }
    }

    @Property
    void a_persons_decision_never_moves_by_an_evaluation(@ForAll("happenings") List<Happening> happenings) {
        var world = new World().after(happenings);
        var before = world.snapshots();

        world.evaluateAll();

        for (int i = 0; i < TASKS; i++) {
            var task = world.tasks().get(i);
            if (before.get(i).state().mode() == StatusMode.MANUAL) {
                assertThat(task.snapshot().state()).isEqualTo(before.get(i).state());
                assertThat(task.snapshot().version()).isEqualTo(before.get(i).version());
            } else {
                assertThat(task.suggested()).isEmpty();
            }
        }
    }

    @Property
    void stored_figures_equal_the_sum_over_the_tasks(@ForAll("happenings") List<Happening> happenings) {
        var world = new World().after(happenings);

        assertThat(world.birth.plan().snapshot().progress())
                .isEqualTo(world.tasks().stream().map(CustomerTask::share).reduce(Progress.NONE, Progress::plus));
    }

    @Property
    void whoever_asks_for_an_evaluation_it_answers_the_same(@ForAll("happenings") List<Happening> happenings) {
        var world = new World().after(happenings);
        var plan = world.birth.plan();
        for (var task : world.tasks()) {
            var asked = task.judge(plan.snapshot(), POLICY, world.now);
            var copy = CustomerTask.restore(task.snapshot());
            var evaluated = task.evaluate(
                    plan.freshness(POLICY, world.now), StatusSource.TELEMETRY, Optional.empty(), world.now);
            var imported = copy.evaluate(
                    plan.freshness(POLICY, world.now),
                    StatusSource.IMPORT,
                    Optional.of(AdoptionFixtures.id()),
                    world.now);

            assertThat(evaluated.judgement()).isEqualTo(asked).isEqualTo(imported.judgement());
            assertThat(copy.snapshot().state().status())
                    .isEqualTo(task.snapshot().state().status());
        }
    }

    @Property
    void the_version_rises_once_per_kept_change(@ForAll("happenings") List<Happening> happenings) {
        var world = new World();
        for (var happening : happenings) {
            var before = world.snapshots();

            world.happen(happening);

            for (int i = 0; i < TASKS; i++) {
                var after = world.tasks().get(i).snapshot();
                var kept = !after.state().equals(before.get(i).state());
                assertThat(after.version() - before.get(i).version()).isEqualTo(kept ? 1 : 0);
            }
        }
    }

    /** A plan of three tasks with a required and an optional attribute each, and a clock. */
    private static final class World {
        private final AdoptionPlan.Birth birth = AdoptionFixtures.aPlan(
                Products.aProduct()
                        .with(aSource()
                                .weighing("1.5")
                                .measuredBy("users", true, true)
                                .measuredBy("logins", false, true))
                        .with(aSource()
                                .weighing("2.5")
                                .measuredBy("users", false, true)
                                .measuredBy("logins", false, true))
                        .with(aSource()
                                .weighing("4")
                                .measuredBy("users", true, true)
                                .measuredBy("logins", true, true))
                        .build(),
                AdoptionFixtures.everythingOf(LicenseLevel.ESSENTIAL));
        private Instant now = MONDAY;

        World after(List<Happening> happenings) {
            happenings.forEach(this::happen);
            return this;
        }

        List<CustomerTask> tasks() {
            return birth.tasks();
        }

        List<CustomerTask.Snapshot> snapshots() {
            return tasks().stream().map(CustomerTask::snapshot).toList();
        }

        int takeEvents() {
            return birth.plan().takeEvents().size()
                    + tasks().stream().mapToInt(it -> it.takeEvents().size()).sum();
        }

        void happen(Happening it) {
            now = now.plus(Duration.ofHours(it.hours()));
            var task = tasks().get(it.task());
            switch (it.kind()) {
                case VALUE -> report(task, it, false);
                case FULL_FILE -> {
                    birth.plan().receiveFullFile(now);
                    report(task, it, true);
                    evaluateAll();
                }
                case PERSON -> {
                    if (!task.isArchived()) {
                        advance(task.changeStatus(it.status(), NO_NOTE, StatusSource.MANUAL, ANNA, now));
                    }
                }
                case RESET -> {
                    if (!task.isArchived()) {
                        advance(task.resetToTelemetry(freshness(), StatusSource.MANUAL, ANNA, now)
                                .step());
                    }
                }
                case ARCHIVE -> advance(task.archive(ArchiveReason.OUTCOME, now));
                case EVALUATE -> evaluateAll();
            }
        }

        private void report(CustomerTask task, Happening it, boolean fullFile) {
            var batch = new TelemetryBatch(
                    Optional.of(AdoptionFixtures.id()), fullFile, List.of(), AdoptionFixtures::id, now);
            var attribute = task.snapshot().telemetry().get(it.figure() % 2).id();
            batch.take(
                    task,
                    attribute,
                    new ReportedValue(
                            number(it.figure()), "api", Optional.of(now), Optional.empty(), Optional.empty()));
        }

        void evaluateAll() {
            var evaluated = tasks().stream()
                    .map(task -> task.evaluate(freshness(), StatusSource.TELEMETRY, Optional.empty(), now))
                    .toList();
            birth.plan().evaluated(evaluated, Optional.empty(), now);
        }

        private dev.cairn.domain.telemetry.published.Freshness freshness() {
            return birth.plan().freshness(POLICY, now);
        }

        private void advance(Progress step) {
            birth.plan().advance(step, new Actor(ORG, "anna"), now);
        }
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, TASKS - 1),
                        Arbitraries.integers().between(95, 105),
                        Arbitraries.of(TaskStatus.class),
                        Arbitraries.integers().between(0, 24))
                .as(Happening::new)
                .list()
                .ofMaxSize(25);
    }
}
