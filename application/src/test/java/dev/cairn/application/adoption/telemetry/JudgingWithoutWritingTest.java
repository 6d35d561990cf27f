package dev.cairn.application.adoption.telemetry;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.InMemoryAdoption;
import dev.cairn.application.adoption.telemetry.port.TasksInPlans;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Role;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.Attributes;
import dev.cairn.domain.adoption.Criteria;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.Products;
import dev.cairn.domain.adoption.Simulation;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is judged for the asking: a task's explanation, and criteria that are tried. */
class JudgingWithoutWritingTest {
    private final InMemoryAdoption world = new InMemoryAdoption();
    private final Blueprint product =
            Products.aProduct().with(aSource().measuredBy("users", true, true)).build();
    private final Copies copies = new Copies();

    /** Tasks in the order they were put in; it remembers what it was asked for. */
    private static final class Copies implements TasksInPlans {
        private final List<TaskInPlan> all = new ArrayList<>();
        private final List<Integer> given = new ArrayList<>();

        @Override
        public Uni<TaskInPlan> get(ReadScope scope, TaskId id) {
            return Uni.createFrom()
                    .item(() -> all.stream()
                            .filter(it -> it.task().id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> new DomainException(ErrorCode.TASK_NOT_FOUND, "There is none.")));
        }

        @Override
        public Uni<List<TaskInPlan>> copies(
                ProductId product, ProductTaskId source, Optional<TaskInPlan> after, int limit) {
            return Uni.createFrom().item(() -> {
                var slice = all.stream()
                        .skip(after.map(last -> all.indexOf(last) + 1L).orElse(0L))
                        .limit(limit)
                        .toList();
                given.add(slice.size());
                return slice;
            });
        }

        TaskInPlan put(AdoptionPlan plan, CustomerTask task) {
            all.add(new TaskInPlan(plan.snapshot(), task.snapshot(), true));
            return all.get(all.size() - 1);
        }
    }

    @Nested
    class AnExplanation {
        private final LiveExplanations explanations = new LiveExplanations(copies, FreshnessPolicy.USUAL);

        @Test
        void is_what_telemetry_says_at_the_instant_by_the_plans_freshness() {
            var birth = measured(150);
            birth.plan().receiveFullFile(MONDAY.plusSeconds(1));
            birth.plan().receiveFullFile(MONDAY.plusSeconds(2));
            var stored = copies.put(birth.plan(), birth.tasks().get(0));

            var explanation = of(stored.task().id());

            assertThat(explanation.judgement().rule().number()).isEqualTo(5);
            assertThat(explanation.judgement().findings()).singleElement().satisfies(finding -> {
                assertThat(finding.met()).isTrue();
                assertThat(finding.fresh()).isFalse();
            });
            assertThat(explanation.mode()).isEqualTo(StatusMode.AUTO);
            assertThat(explanation.suggested()).isEmpty();
            assertThat(explanation.evaluatedAt()).isEqualTo(TUESDAY);
        }

        @Test
        void of_a_persons_task_suggests() {
            var birth = measured(150);
            var task = birth.tasks().get(0);
            task.changeStatus(TaskStatus.IN_PROGRESS, Optional.empty(), StatusSource.MANUAL, ANNA, MONDAY);
            copies.put(birth.plan(), task);

            assertThat(of(task.id()).suggested()).contains(TaskStatus.DONE);
        }

        @Test
        void of_a_task_that_is_not_there_is_refused() {
            assertThatThrownBy(() -> of(new TaskId(AdoptionFixtures.id())))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TASK_NOT_FOUND));
        }

        private dev.cairn.application.adoption.telemetry.view.TaskExplanation of(TaskId task) {
            var scope = world.gate().scope(Permission.CUSTOMER_READ, Caller.of(ANNA, Role.CSS));
            return explanations.of(scope, task, TUESDAY).await().indefinitely(); // in memory nothing waits
        }
    }

    @Nested
    class ASimulation {
        @Test
        void reads_slice_after_slice_and_tries_each_task_once() {
            for (int i = 0; i < 1_001; i++) {
                var birth = measured(60);
                copies.put(birth.plan(), birth.tasks().get(0));
            }

            var outcome = simulate(Criteria.atLeast(50).toJson());

            assertThat(copies.given).containsExactly(500, 500, 1);
            assertThat(outcome.tasks()).isEqualTo(1_001);
            assertThat(outcome.changes())
                    .containsExactly(new Simulation.Move(TaskStatus.NOT_STARTED, TaskStatus.DONE, 1_001));
            assertThat(world.outbox).isEmpty();
        }

        @Test
        void ends_with_a_slice_that_is_not_full() {
            assertThat(simulate(Criteria.atLeast(50).toJson()).tasks()).isZero();
            assertThat(copies.given).containsExactly(0);
        }

        @Test
        void looks_for_the_definition_before_it_reads_the_criteria() {
            var nonsense = new JsonObject(Map.of("type", "horoscope"));

            refuses(ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND, Role.ADMIN, false, nonsense);
            refuses(ErrorCode.INVALID_CRITERIA, Role.ADMIN, true, nonsense);
            assertThat(copies.given).isEmpty();
        }

        @Test
        void is_for_those_who_write_the_catalogue() {
            refuses(ErrorCode.FORBIDDEN, Role.CSS, true, Criteria.atLeast(50).toJson());
        }

        private void refuses(ErrorCode code, Role role, boolean there, JsonObject criteria) {
            assertThatThrownBy(() -> simulate(role, there, criteria))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(code));
        }

        private Simulation.Outcome simulate(JsonObject criteria) {
            return simulate(Role.ADMIN, true, criteria);
        }

        private Simulation.Outcome simulate(Role role, boolean there, JsonObject criteria) {
            var task = product.tasks().get(0);
            var handler = new SimulateCriteriaHandler(
                    world.frame(TUESDAY),
                    (ofProduct, ofTask, definition) -> there
                            ? Uni.createFrom().voidItem()
                            : Uni.createFrom()
                                    .failure(new DomainException(
                                            ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND, "There is none.")),
                    copies,
                    FreshnessPolicy.USUAL);
            Envelope<Simulation.Outcome, Simulation.Outcome> envelope =
                    Envelope.plain(Caller.of(ANNA, role), Origin.internal("test"));
            var command = new SimulateCriteria.Command(
                    product.ofProduct(),
                    task.id(),
                    task.telemetry().get(0).id(),
                    criteria,
                    Optional.empty(),
                    Optional.empty());
            return handler.handle(envelope, () -> command).await().indefinitely(); // in memory nothing waits
        }
    }

    /** A plan whose one task has so many users since Monday. */
    private AdoptionPlan.Birth measured(int users) {
        var birth = AdoptionFixtures.aPlan(product, everythingOf(LicenseLevel.ESSENTIAL));
        var task = birth.tasks().get(0);
        task.observe(task.snapshot().telemetry().get(0).id(), Attributes.observation(Attributes.number(users), MONDAY));
        return birth;
    }
}
