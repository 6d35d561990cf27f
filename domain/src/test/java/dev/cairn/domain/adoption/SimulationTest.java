package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.aPlanOf;
import static dev.cairn.domain.adoption.Tasks.aTask;
import static dev.cairn.domain.adoption.published.StatusMode.AUTO;
import static dev.cairn.domain.adoption.published.StatusMode.MANUAL;
import static dev.cairn.domain.adoption.published.TaskStatus.DONE;
import static dev.cairn.domain.adoption.published.TaskStatus.IN_PROGRESS;
import static dev.cairn.domain.adoption.published.TaskStatus.NOT_STARTED;
import static dev.cairn.domain.adoption.published.TaskStatus.NO_LONGER_USING;
import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values are 150 or 50, and the criteria that stand ask for 100; what is tried asks for 40 or 200. */
class SimulationTest {
    private static final Optional<Boolean> AS_IT_IS = Optional.empty();

    private final TelemetryDefinitionId definition = new TelemetryDefinitionId(AdoptionFixtures.id());
    private final AdoptionPlan.Snapshot plan = aPlanOf(1, "1").plan().snapshot();

    @Test
    void it_counts_what_would_change_and_from_what_to_what() {
        var outcome = tryOf(
                200,
                AS_IT_IS,
                AS_IT_IS,
                measured(aTask().setByTelemetry(DONE).measuredBy("R+")),
                measured(aTask().setByTelemetry(DONE).measuredBy("R+")),
                measured(aTask().setByTelemetry(NO_LONGER_USING).measuredBy("R+")),
                measured(aTask().setByTelemetry(NOT_STARTED).measuredBy("R+")),
                measured(aTask().setByTelemetry(NOT_STARTED).measuredBy("R0")));

        assertThat(outcome.tasks()).isEqualTo(5);
        assertThat(outcome.judged()).isEqualTo(5);
        assertThat(outcome.changes())
                .containsExactly(
                        new Simulation.Move(DONE, IN_PROGRESS, 2),
                        new Simulation.Move(NO_LONGER_USING, IN_PROGRESS, 1));
        assertThat(outcome.suggestions()).isEmpty();
        assertThat(outcome.errors()).isZero();
    }

    @Test
    void what_a_person_decided_is_suggested_and_does_not_change() {
        var outcome = tryOf(
                40,
                AS_IT_IS,
                AS_IT_IS,
                measured(aTask().in(IN_PROGRESS).inMode(MANUAL).measuredBy("R-")),
                measured(aTask().in(DONE).inMode(MANUAL).measuredBy("R-")));

        assertThat(outcome.changes()).isEmpty();
        assertThat(outcome.examples()).isEmpty();
        assertThat(outcome.suggestions()).containsExactly(new Simulation.Move(IN_PROGRESS, DONE, 1));
    }

    @Test
    void a_task_that_is_not_measured_by_the_definition_is_counted_and_not_judged() {
        var outcome = tryOf(
                40,
                AS_IT_IS,
                AS_IT_IS,
                aTask().setByTelemetry(NOT_STARTED).measuredBy("R+").build().snapshot());

        assertThat(outcome.tasks()).isEqualTo(1);
        assertThat(outcome.judged()).isZero();
        assertThat(outcome.changes()).isEmpty();
    }

    @Test
    void what_the_criteria_cannot_judge_is_an_error_and_unmet() {
        var outcome = tryOf(
                40,
                AS_IT_IS,
                AS_IT_IS,
                measured(aTask().setByTelemetry(NOT_STARTED).measuredBy("R!")),
                measured(aTask().setByTelemetry(NOT_STARTED).measuredBy("R- R!")));

        assertThat(outcome.errors()).isEqualTo(1);
        assertThat(outcome.changes()).containsExactly(new Simulation.Move(NOT_STARTED, IN_PROGRESS, 1));
    }

    @Test
    void it_can_be_tried_as_required_and_as_inactive() {
        var task = measured(aTask().setByTelemetry(NOT_STARTED).measuredBy("O- R+"));

        assertThat(tryOf(200, AS_IT_IS, AS_IT_IS, task).changes())
                .containsExactly(new Simulation.Move(NOT_STARTED, DONE, 1));
        assertThat(tryOf(200, Optional.of(true), AS_IT_IS, task).changes())
                .containsExactly(new Simulation.Move(NOT_STARTED, IN_PROGRESS, 1));
        assertThat(tryOf(
                                200,
                                Optional.of(true),
                                Optional.of(false),
                                measured(aTask().setByTelemetry(NOT_STARTED).measuredBy("R-")))
                        .changes())
                .isEmpty();
    }

    @Test
    void the_plans_full_files_speak() {
        var silent = aPlanOf(1, "1").plan();
        silent.receiveFullFile(TUESDAY);
        silent.receiveFullFile(TUESDAY.plusSeconds(1));
        var simulation = simulation(40, AS_IT_IS, AS_IT_IS);

        simulation.tryOn(
                silent.snapshot(), measured(aTask().setByTelemetry(DONE).measuredBy("R-")), true);

        assertThat(simulation.outcome().changes()).containsExactly(new Simulation.Move(DONE, NO_LONGER_USING, 1));
    }

    @Test
    void a_task_of_a_customer_that_is_not_seen_is_counted_and_is_no_example() {
        var silent = aPlanOf(1, "1").plan();
        silent.receiveFullFile(TUESDAY);
        silent.receiveFullFile(TUESDAY.plusSeconds(1));
        var simulation = simulation(40, AS_IT_IS, AS_IT_IS);

        simulation.tryOn(
                silent.snapshot(), measured(aTask().setByTelemetry(DONE).measuredBy("R-")), false);

        assertThat(simulation.outcome().changes()).containsExactly(new Simulation.Move(DONE, NO_LONGER_USING, 1));
        assertThat(simulation.outcome().examples()).isEmpty();
    }

    @Test
    void a_few_examples_say_why() {
        var task = measured(aTask().setByTelemetry(NOT_STARTED).inMode(AUTO).measuredBy("R-"));
        var simulation = simulation(40, AS_IT_IS, AS_IT_IS);

        for (int i = 0; i < 21; i++) {
            simulation.tryOn(plan, task, true);
        }

        var outcome = simulation.outcome();
        assertThat(outcome.changes()).containsExactly(new Simulation.Move(NOT_STARTED, DONE, 21));
        assertThat(outcome.examples()).hasSize(20).allSatisfy(example -> {
            assertThat(example.task()).isEqualTo(task.id());
            assertThat(example.plan()).isEqualTo(task.plan());
            assertThat(example.customer()).isEqualTo(task.customer());
            assertThat(example.from()).isEqualTo(NOT_STARTED);
            assertThat(example.to()).isEqualTo(DONE);
            assertThat(example.sentence()).startsWith("Rule 3: ").contains("50", "40");
        });
    }

    @Test
    void criteria_that_are_none_are_refused_where_they_stand() {
        assertRefused(
                        ErrorCode.INVALID_CRITERIA,
                        () -> Supposition.of(
                                definition, new JsonObject(Map.of("type", "horoscope")), AS_IT_IS, AS_IT_IS))
                .allSatisfy(fault -> assertThat(fault).startsWith("/successCriteria"));
    }

    private Simulation.Outcome tryOf(
            int threshold, Optional<Boolean> required, Optional<Boolean> active, CustomerTask.Snapshot... tasks) {
        var simulation = simulation(threshold, required, active);
        List.of(tasks).forEach(task -> simulation.tryOn(plan, task, true));
        return simulation.outcome();
    }

    private Simulation simulation(int threshold, Optional<Boolean> required, Optional<Boolean> active) {
        var supposed = Supposition.of(definition, Criteria.atLeast(threshold).toJson(), required, active);
        return new Simulation(supposed, FreshnessPolicy.USUAL, TUESDAY);
    }

    /** The task with its first attribute a copy of the definition. */
    private CustomerTask.Snapshot measured(Tasks task) {
        var built = task.build().snapshot();
        var telemetry = new java.util.ArrayList<>(built.telemetry());
        var first = telemetry.get(0);
        telemetry.set(
                0,
                new TelemetryAttribute(
                        first.id(),
                        definition,
                        first.name(),
                        first.description(),
                        first.dataType(),
                        first.required(),
                        first.successCriteria(),
                        first.order(),
                        first.active(),
                        first.reading()));
        return new CustomerTask.Snapshot(
                built.org(),
                built.id(),
                built.plan(),
                built.customer(),
                built.content(),
                telemetry,
                built.state(),
                built.version());
    }
}
