package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.BEN;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.NO_NOTE;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.aPlanOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.anAssignment;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcome;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcomeIds;
import static dev.cairn.domain.adoption.AdoptionFixtures.release;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static dev.cairn.domain.adoption.Tasks.aTask;
import static dev.cairn.domain.catalog.published.LicenseLevel.ADVANTAGE;
import static dev.cairn.domain.catalog.published.LicenseLevel.ESSENTIAL;
import static dev.cairn.domain.catalog.published.LicenseLevel.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.adoption.published.PlanCreated;
import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.ProgressChanged;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.adoption.published.ValuesRecorded;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdoptionPlanTest {
    @Nested
    class AtItsBirth {
        private final Blueprint.Outcome trust = outcome("Zero-trust access");
        private final Blueprint.Outcome sight = outcome("See all traffic");
        private final Blueprint product = aProduct()
                .named("Secure Edge")
                .at(7)
                .with(aSource().named("generic").weighing("10"))
                .with(aSource().named("fits").weighing("20").asking(ADVANTAGE).having(trust))
                .with(aSource().named("too high").weighing("30").asking(SIGNATURE))
                .with(aSource().named("other outcome").weighing("40").having(sight))
                .build();
        private final ProductAssignment assignment =
                anAssignment(product, new Entitlement(ADVANTAGE, outcomeIds(trust), Set.of()));
        private final AdoptionPlan.Birth birth =
                AdoptionPlan.bornFrom(assignment, product, AdoptionFixtures::id, BEN, TUESDAY);

        @Test
        void it_holds_a_copy_of_every_eligible_task_by_sequence() {
            assertThat(birth.tasks())
                    .extracting(task -> task.snapshot().content().name())
                    .containsExactly("generic", "fits");
            assertThat(birth.tasks())
                    .allSatisfy(task -> {
                        assertThat(task.snapshot().plan())
                                .isEqualTo(birth.plan().id());
                        assertThat(task.snapshot().customer())
                                .isEqualTo(assignment.snapshot().customer());
                        assertThat(task.snapshot().org()).isEqualTo(AdoptionFixtures.ORG);
                        assertThat(task.takeEvents()).isEmpty();
                    })
                    .extracting(CustomerTask::id)
                    .doesNotHaveDuplicates();
        }

        @Test
        void it_remembers_what_it_was_copied_from() {
            var plan = birth.plan().snapshot();

            assertThat(plan.org()).isEqualTo(AdoptionFixtures.ORG);
            assertThat(plan.assignment()).isEqualTo(assignment.id());
            assertThat(plan.customer()).isEqualTo(assignment.snapshot().customer());
            assertThat(plan.product())
                    .isEqualTo(product.product())
                    .isEqualTo(birth.plan().product());
            assertThat(plan.productName()).isEqualTo("Secure Edge");
            assertThat(plan.entitlement()).isEqualTo(assignment.entitlement());
            assertThat(plan.syncedProductVersion()).isEqualTo(7);
            assertThat(plan.lastSyncedAt()).isEqualTo(TUESDAY);
            assertThat(plan.entitlementsChanged()).isFalse();
            assertThat(plan.version()).isEqualTo(1);
            assertThat(plan.archivedAt()).isEmpty();
        }

        @Test
        void its_figures_are_the_sum_over_its_tasks() {
            var progress = birth.plan().snapshot().progress();

            assertThat(progress.totalTasks()).isEqualTo(2);
            assertThat(progress.totalWeight()).isEqualByComparingTo("30");
            assertThat(progress.byStatus()).containsEntry(TaskStatus.NOT_STARTED, 2);
        }

        @Test
        void it_tells_the_world_once() {
            var events = birth.plan().takeEvents();

            assertThat(events).singleElement().isInstanceOfSatisfying(PlanCreated.class, event -> {
                assertThat(event.type()).isEqualTo("adoption.plan_created");
                assertThat(event.isPublished()).isTrue();
                assertThat(event.occurrence().subject().kind()).isEqualTo(EntityKind.ADOPTION_PLAN);
                assertThat(event.occurrence().subject().id())
                        .isEqualTo(birth.plan().id().value());
                assertThat(event.occurrence().subject().customer())
                        .contains(assignment.snapshot().customer());
                assertThat(event.occurrence().by()).isEqualTo(BEN);
                assertThat(event.occurrence().at()).isEqualTo(TUESDAY);
                assertThat(event.data())
                        .containsEntry("assignmentId", assignment.id().value().toString())
                        .containsEntry("productId", product.product().value().toString())
                        .containsEntry("syncedProductVersion", 7L)
                        .containsEntry(
                                "progress", birth.plan().snapshot().progress().figures());
                assertThat(event.changes().before()).isEmpty();
                assertThat(event.changes().after()).isEqualTo(event.data());
            });
        }
    }

    @Test
    void a_task_is_copied_with_all_it_refers_to() {
        var trust = outcome("Zero-trust access");
        var spring = release("2026.1", "1.0");
        var product = aProduct()
                .with(aSource().having(trust).having(spring).tagged("Network").measuredBy("users", true, true))
                .build();
        var source = product.tasks().get(0);

        var copy = AdoptionFixtures.aPlan(product, everythingOf(ESSENTIAL))
                .tasks()
                .get(0)
                .snapshot();

        assertThat(copy.content())
                .isEqualTo(new TaskContent(
                        source.id(),
                        source.name(),
                        source.description(),
                        source.estMinutes(),
                        source.weight(),
                        source.sequenceNumber(),
                        source.priority(),
                        source.howToDoc(),
                        source.howToVideo(),
                        source.notes(),
                        source.licenseLevel(),
                        source.outcomes(),
                        source.releases(),
                        source.tags()));
        var definition = source.telemetry().get(0);
        assertThat(copy.telemetry()).singleElement().satisfies(attribute -> {
            assertThat(attribute.id().value()).isNotEqualTo(definition.id().value());
            assertThat(attribute)
                    .isEqualTo(new TelemetryAttribute(
                            attribute.id(),
                            definition.id(),
                            "users",
                            definition.description(),
                            definition.dataType(),
                            true,
                            definition.successCriteria(),
                            1,
                            true,
                            Reading.NONE));
        });
    }

    @Test
    void a_plan_without_eligible_tasks_is_born_empty() {
        var product = aProduct().with(aSource().asking(SIGNATURE)).build();

        var birth = AdoptionFixtures.aPlan(product, everythingOf(ESSENTIAL));

        assertThat(birth.tasks()).isEmpty();
        assertThat(birth.plan().snapshot().progress()).isEqualTo(Progress.NONE);
    }

    @Nested
    class WhenTasksReportAStep {
        private final AdoptionPlan.Birth birth = aPlanOf(4, "2.5");
        private final AdoptionPlan plan = birth.plan();

        @Test
        void its_figures_take_it_and_its_version_does_not_rise() {
            plan.advance(finish(0), ANNA, TUESDAY);

            assertThat(plan.snapshot().progress().percentage()).isEqualByComparingTo("25");
            assertThat(plan.snapshot().version()).isEqualTo(1);
        }

        @Test
        void it_tells_the_figures_before_and_after() {
            var before = plan.snapshot().progress();

            plan.advance(finish(0), BEN, TUESDAY);

            assertThat(plan.takeEvents()).element(0).isInstanceOfSatisfying(ProgressChanged.class, event -> {
                assertThat(event.type()).isEqualTo("adoption.progress_changed");
                assertThat(event.occurrence().subject().id())
                        .isEqualTo(plan.id().value());
                assertThat(event.occurrence().by()).isEqualTo(BEN);
                assertThat(event.occurrence().at()).isEqualTo(TUESDAY);
                assertThat(event.before()).isEqualTo(before);
                assertThat(event.after()).isEqualTo(plan.snapshot().progress());
                assertThat(event.data())
                        .isEqualTo(Map.of(
                                "before",
                                before.figures(),
                                "after",
                                event.after().figures()));
            });
        }

        @Test
        void its_audit_has_the_figures_that_moved_and_no_others() {
            var before = plan.snapshot().progress().figures();

            plan.advance(finish(0), BEN, TUESDAY);

            var moved = List.of("completedTasks", "completedWeight", "progressPercentage", "byStatus");
            assertThat(plan.takeEvents()).element(0).satisfies(event -> {
                assertThat(event.changes().before())
                        .containsOnlyKeys(moved)
                        .allSatisfy((name, figure) -> assertThat(before).containsEntry(name, figure));
                assertThat(event.changes().after()).containsOnlyKeys(moved);
                assertThat(event.changes().after().get("completedTasks")).isEqualTo(1);
            });
        }

        @Test
        void no_step_tells_nothing() {
            plan.advance(Progress.NONE, ANNA, TUESDAY);

            assertThat(plan.takeEvents()).isEmpty();
        }

        @Test
        void an_archived_plan_takes_none_not_even_an_empty_one() {
            plan.archive(MONDAY);

            assertThatThrownBy(() -> plan.advance(Progress.NONE, ANNA, TUESDAY))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TASK_ARCHIVED));
        }

        private Progress finish(int task) {
            return birth.tasks().get(task).changeStatus(TaskStatus.DONE, NO_NOTE, StatusSource.MANUAL, ANNA, TUESDAY);
        }
    }

    @Nested
    class WhenTelemetryComesIn {
        private final AdoptionPlan plan = aPlanOf(2, "2.5").plan();
        private final Optional<UUID> batch = Optional.of(AdoptionFixtures.id());

        @Test
        void it_tells_how_many_values_by_whom_and_in_which_batch() {
            plan.receive(3, batch, BEN, TUESDAY);

            assertThat(plan.takeEvents()).singleElement().isInstanceOfSatisfying(ValuesRecorded.class, event -> {
                assertThat(event.type()).isEqualTo("telemetry.values_recorded");
                assertThat(event.occurrence().subject().id())
                        .isEqualTo(plan.id().value());
                assertThat(event.occurrence().by()).isEqualTo(BEN);
                assertThat(event.occurrence().at()).isEqualTo(TUESDAY);
                assertThat(event.data())
                        .isEqualTo(Map.of("values", 3, "batchId", batch.get().toString()));
                assertThat(event.changes().before()).isEmpty();
                assertThat(event.changes().after()).isEqualTo(event.data());
            });
        }

        @Test
        void a_single_value_has_no_batch_and_no_value_tells_nothing() {
            plan.receive(1, Optional.empty(), BEN, TUESDAY);
            plan.receive(0, batch, BEN, TUESDAY);

            assertThat(plan.takeEvents())
                    .singleElement()
                    .satisfies(event -> assertThat(event.data()).isEqualTo(Map.of("values", 1)));
        }

        @Test
        void it_remembers_as_many_full_files_as_may_matter_the_newest_first() {
            var days = IntStream.range(0, 13)
                    .mapToObj(day -> MONDAY.plus(Duration.ofDays(day)))
                    .toList();

            days.forEach(plan::receiveFullFile);

            assertThat(plan.snapshot().fullFiles())
                    .hasSize(11)
                    .startsWith(days.get(12), days.get(11))
                    .endsWith(days.get(2));
            assertThat(plan.takeEvents()).isEmpty();
            assertThat(plan.snapshot().version()).isEqualTo(1);
        }

        @Test
        void a_clock_that_is_a_little_behind_does_not_turn_their_order() {
            plan.receiveFullFile(TUESDAY);
            plan.receiveFullFile(MONDAY);

            assertThat(plan.snapshot().fullFiles()).containsExactly(TUESDAY, MONDAY);
        }

        @Test
        void what_speaks_in_it_follows_its_full_files() {
            plan.receiveFullFile(MONDAY);
            assertThat(plan.freshness(FreshnessPolicy.USUAL, TUESDAY).receivedSince())
                    .isEmpty();

            plan.receiveFullFile(TUESDAY);
            assertThat(plan.freshness(FreshnessPolicy.USUAL, TUESDAY).receivedSince())
                    .contains(MONDAY);
            assertThat(plan.snapshot().freshness(FreshnessPolicy.USUAL, TUESDAY))
                    .isEqualTo(plan.freshness(FreshnessPolicy.USUAL, TUESDAY));
        }
    }

    @Nested
    class WhenItsTasksWereEvaluated {
        private final AdoptionPlan plan = aPlanOf(3, "2.5").plan();
        private final Optional<UUID> batch = Optional.of(AdoptionFixtures.id());
        private final CustomerTask finished = aTask().weighing("2.5")
                .in(TaskStatus.NOT_STARTED)
                .measuredBy("R+")
                .build();
        private final CustomerTask decided =
                aTask().weighing("2.5").in(TaskStatus.DONE).measuredBy("R-").build();
        private final CustomerTask quiet = aTask().weighing("2.5")
                .in(TaskStatus.NOT_STARTED)
                .measuredBy("R0")
                .build();

        @Test
        void it_tells_what_moved_and_takes_the_steps_in_automations_name() {
            plan.evaluated(evaluate(finished, decided, quiet), batch, TUESDAY);

            var events = plan.takeEvents();
            assertThat(events)
                    .extracting(DomainEvent::type)
                    .containsExactly("telemetry.evaluated", "adoption.progress_changed", "adoption.milestone_reached");
            assertThat(events).allSatisfy(event -> {
                assertThat(event.occurrence().by().name()).isEqualTo("telemetry");
                assertThat(event.occurrence().at()).isEqualTo(TUESDAY);
                assertThat(event.occurrence().subject().id())
                        .isEqualTo(plan.id().value());
            });
            assertThat(events.get(0).data())
                    .isEqualTo(Map.of(
                            "tasks",
                            3,
                            "batchId",
                            batch.get().toString(),
                            "changes",
                            List.of(
                                    verdict(finished, "NOT_STARTED", "DONE", 3, "AUTO"),
                                    verdict(decided, "DONE", "IN_PROGRESS", 6, "MANUAL"))));
            assertThat(events.get(0).changes().before()).isEmpty();
            assertThat(events.get(0).changes().after()).isEqualTo(events.get(0).data());
            assertThat(plan.snapshot().progress().completedWeight()).isEqualByComparingTo("2.5");
        }

        @Test
        void it_tells_nothing_when_none_moved() {
            var before = plan.snapshot();

            plan.evaluated(evaluate(quiet), Optional.empty(), TUESDAY);

            assertThat(plan.takeEvents()).isEmpty();
            assertThat(plan.snapshot()).isEqualTo(before);
        }

        @Test
        void a_suggestion_alone_moves_no_figures() {
            plan.evaluated(evaluate(decided), Optional.empty(), TUESDAY);

            assertThat(plan.takeEvents())
                    .singleElement()
                    .satisfies(event -> assertThat(event.data()).containsOnlyKeys("tasks", "changes"));
        }

        @Test
        void a_plan_that_was_put_away_takes_none() {
            plan.archive(MONDAY);

            assertThatThrownBy(() -> plan.evaluated(evaluate(quiet), batch, TUESDAY))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TASK_ARCHIVED));
        }

        private List<CustomerTask.Evaluated> evaluate(CustomerTask... tasks) {
            return Stream.of(tasks)
                    .map(task -> task.evaluate(Attributes.WHENEVER, StatusSource.TELEMETRY, Optional.empty(), TUESDAY))
                    .toList();
        }

        private Map<String, Object> verdict(CustomerTask task, String from, String to, int rule, String mode) {
            return Map.of("taskId", task.id().value().toString(), "from", from, "to", to, "rule", rule, "mode", mode);
        }
    }

    @Nested
    class WhenTheEntitlementChanges {
        private final AdoptionPlan plan = aPlanOf(2, "1").plan();

        @Test
        void it_needs_a_synchronisation_and_stays_as_it_is() {
            var before = plan.snapshot();

            plan.learn(everythingOf(SIGNATURE));

            assertThat(plan.snapshot().entitlementsChanged()).isTrue();
            assertThat(plan.snapshot().entitlement()).isEqualTo(before.entitlement());
            assertThat(plan.snapshot().progress()).isEqualTo(before.progress());
            assertThat(plan.snapshot().version()).isEqualTo(2);
        }

        @Test
        void learning_it_again_changes_nothing() {
            plan.learn(everythingOf(SIGNATURE));
            plan.learn(everythingOf(ADVANTAGE));

            assertThat(plan.snapshot().entitlementsChanged()).isTrue();
            assertThat(plan.snapshot().version()).isEqualTo(2);
        }

        @Test
        void going_back_to_what_its_tasks_were_chosen_by_leaves_nothing_to_synchronise() {
            plan.learn(everythingOf(SIGNATURE));
            plan.learn(everythingOf(ESSENTIAL));

            assertThat(plan.snapshot().entitlementsChanged()).isFalse();
            assertThat(plan.snapshot().version()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // synced at, product is at, entitlement changed, needs a synchronisation
        "1, 1, false, false",
        "1, 2, false, true",
        "1, 1, true,  true",
        "1, 2, true,  true"
    })
    void a_synchronisation_is_needed_when_the_product_or_the_entitlement_moved_on(
            long synced, long current, boolean changed, boolean needed) {
        var product = aProduct().at(synced).build();
        var plan = AdoptionFixtures.aPlan(product, everythingOf(ESSENTIAL)).plan();
        if (changed) {
            plan.learn(everythingOf(SIGNATURE));
        }

        assertThat(plan.snapshot().needsSync(current)).isEqualTo(needed);
    }

    @Test
    void putting_it_away_keeps_the_figures_and_happens_once() {
        var plan = aPlanOf(2, "1").plan();
        var progress = plan.snapshot().progress();

        plan.archive(MONDAY);
        plan.archive(TUESDAY);

        assertThat(plan.snapshot().archivedAt()).contains(MONDAY);
        assertThat(plan.snapshot().progress()).isEqualTo(progress);
        assertThat(plan.snapshot().version()).isEqualTo(2);
    }

    @Test
    void what_was_put_away_comes_back_as_far_as_it_was_and_starts_counting_anew() {
        var birth = aPlanOf(4, "2.5");
        var plan = birth.plan();
        plan.advance(finished(birth, 0), ANNA, MONDAY);
        plan.archive(MONDAY);
        plan.takeEvents();
        var away = plan.snapshot();

        plan.comeBack(away.entitlement(), TUESDAY);

        assertThat(plan.snapshot())
                .usingRecursiveComparison()
                .ignoringFields("archivedAt", "startedAt", "version")
                .isEqualTo(away);
        assertThat(plan.snapshot().archivedAt()).isEmpty();
        assertThat(plan.snapshot().startedAt()).isEqualTo(TUESDAY);
        assertThat(plan.version()).isEqualTo(away.version() + 1);
        assertThat(plan.snapshot().needsSync(away.syncedProductVersion())).isFalse();
        assertThat(plan.takeEvents()).isEmpty();
        plan.advance(finished(birth, 1), ANNA, TUESDAY);
        assertThat(plan.snapshot().progress().completedTasks()).isEqualTo(2);
    }

    @Test
    void one_that_comes_back_to_another_entitlement_has_to_be_synchronised() {
        var plan = aPlanOf(1, "1").plan();
        plan.archive(MONDAY);

        plan.comeBack(everythingOf(SIGNATURE), TUESDAY);

        assertThat(plan.snapshot().entitlementsChanged()).isTrue();
        assertThat(plan.snapshot().entitlement()).isEqualTo(everythingOf(ESSENTIAL));
    }

    @Test
    void what_was_not_put_away_cannot_come_back() {
        var plan = aPlanOf(1, "1").plan();

        assertThatThrownBy(() -> plan.comeBack(everythingOf(ESSENTIAL), TUESDAY))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Progress finished(AdoptionPlan.Birth birth, int task) {
        return birth.tasks()
                .get(task)
                .changeStatus(TaskStatus.DONE, Optional.empty(), StatusSource.MANUAL, ANNA, MONDAY);
    }

    @Test
    void what_is_stored_comes_back_as_it_was_and_repeats_no_event() {
        var plan = aPlanOf(3, "1").plan();
        plan.learn(everythingOf(SIGNATURE));
        plan.archive(TUESDAY);

        var restored = AdoptionPlan.restore(plan.snapshot());

        assertThat(restored.snapshot()).isEqualTo(plan.snapshot());
        assertThat(restored.takeEvents()).isEmpty();
    }

    @Test
    void what_cannot_have_been_stored_does_not_come_back() {
        var plan = aPlanOf(1, "1").plan().snapshot();

        assertThatThrownBy(() -> AdoptionPlan.restore(new AdoptionPlan.Snapshot(
                        plan.org(),
                        plan.id(),
                        plan.assignment(),
                        plan.customer(),
                        plan.product(),
                        plan.productName(),
                        plan.entitlement(),
                        plan.progress(),
                        plan.lastSyncedAt(),
                        plan.syncedProductVersion(),
                        false,
                        0,
                        plan.archivedAt(),
                        plan.fullFiles(),
                        plan.valuesSinceSync(),
                        plan.startedAt(),
                        plan.milestones())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void every_id_of_plan_tasks_and_attributes_is_new() {
        var given = new ArrayList<UUID>();
        var product = aProduct()
                .with(aSource().measuredBy("users", true, true))
                .with(aSource().measuredBy("sessions", false, true))
                .build();

        AdoptionPlan.bornFrom(
                anAssignment(product, everythingOf(ESSENTIAL)),
                product,
                () -> {
                    given.add(AdoptionFixtures.id());
                    return given.get(given.size() - 1);
                },
                ANNA,
                MONDAY);

        assertThat(given).hasSize(5).doesNotHaveDuplicates();
    }
}
