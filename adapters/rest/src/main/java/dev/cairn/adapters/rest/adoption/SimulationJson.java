package dev.cairn.adapters.rest.adoption;

import dev.cairn.domain.adoption.Simulation;
import dev.cairn.domain.adoption.StatusNote;
import dev.cairn.domain.adoption.published.TaskStatus;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What criteria would do, as clients see it. */
@Schema(name = "Simulation", description = "What new criteria would do to the tasks of all customers of a product.")
record SimulationJson(
        @Schema(required = true, description = "How many tasks were looked at.", minimum = "0", examples = "40")
        int tasks,

        @Schema(
                required = true,
                description = "How many of them are measured by the definition, and were judged.",
                minimum = "0",
                examples = "38")
        int judged,

        @Schema(
                required = true,
                description = "What the status of tasks in AUTO would become, where it would be another one.",
                maxItems = MAX_MOVES)
        List<MoveJson> changes,

        @Schema(
                required = true,
                description = "What would be suggested for tasks in MANUAL, where it is not their status.",
                maxItems = MAX_MOVES)
        List<MoveJson> suggestions,

        @Schema(
                required = true,
                description = "For how many tasks the criteria could not judge the value.",
                minimum = "0",
                examples = "0")
        int errors,

        @Schema(
                required = true,
                description = "Some of the tasks whose status would change.",
                maxItems = Simulation.MAX_EXAMPLES)
        List<ExampleJson> examples) {
    /** Six statuses, each to one of five others. */
    static final int MAX_MOVES = 30;

    /** Tasks that would go the same way. */
    @Schema(name = "SimulatedMove", description = "How many tasks would go from one status to another.")
    record MoveJson(
            @Schema(required = true, description = "The status they have.")
            TaskStatus from,

            @Schema(required = true, description = "The status telemetry would see.")
            TaskStatus to,

            @Schema(required = true, description = "How many.", minimum = "1", examples = "12")
            int count) {
        static MoveJson of(Simulation.Move move) {
            return new MoveJson(move.from(), move.to(), move.count());
        }
    }

    /** A task that would change. */
    @Schema(name = "SimulatedTask", description = "A task whose status would change.")
    record ExampleJson(
            @Schema(required = true, description = "The task.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9c01")
            UUID taskId,

            @Schema(required = true, description = "Its plan.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9b01")
            UUID planId,

            @Schema(required = true, description = "Its customer.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9a01")
            UUID customerId,

            @Schema(required = true, description = "The status it has.")
            TaskStatus from,

            @Schema(required = true, description = "The status it would have.")
            TaskStatus to,

            @Schema(
                    required = true,
                    description = "Why.",
                    maxLength = StatusNote.MAX,
                    examples = "Rule 3: all that must be met is met. Users: 60 ≥ 50.")
            String sentence) {
        static ExampleJson of(Simulation.Example example) {
            return new ExampleJson(
                    example.task().value(),
                    example.plan().value(),
                    example.customer().value(),
                    example.from(),
                    example.to(),
                    example.sentence());
        }
    }

    static SimulationJson of(Simulation.Outcome outcome) {
        return new SimulationJson(
                outcome.tasks(),
                outcome.judged(),
                outcome.changes().stream().map(MoveJson::of).toList(),
                outcome.suggestions().stream().map(MoveJson::of).toList(),
                outcome.errors(),
                outcome.examples().stream().map(ExampleJson::of).toList());
    }
}
