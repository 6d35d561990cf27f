package dev.cairn.adapters.rest.jobs;

import dev.cairn.application.jobs.view.PlanResult;
import dev.cairn.application.jobs.view.PlanState;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a job did to a plan. */
@Schema(name = "PlanResult", description = "What a job did to a plan, or in a dry run would do.")
record PlanResultJson(
        @Schema(required = true, description = "The plan.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9801")
        UUID planId,

        @Schema(required = true, description = "How far it is.")
        PlanState state,

        @Schema(
                description =
                        "Why it failed: the code that a synchronisation of this plan alone would be refused with.",
                maxLength = 64)
        Optional<String> code,

        @Schema(required = true, description = "Whether anything of it differed.", examples = "true")
        boolean changed,

        @Schema(required = true, description = "How many tasks entered it.", minimum = "0", examples = "3")
        int added,

        @Schema(
                required = true,
                description = "How many tasks came back from the archive.",
                minimum = "0",
                examples = "0")
        int restored,

        @Schema(required = true, description = "How many tasks were put away.", minimum = "0", examples = "1")
        int archived,

        @Schema(required = true, description = "How many tasks followed their source.", minimum = "0", examples = "2")
        int updated) {
    static PlanResultJson of(PlanResult result) {
        return new PlanResultJson(
                result.plan().value(),
                result.state(),
                result.code().map(Enum::name),
                result.changed(),
                result.added(),
                result.restored(),
                result.archived(),
                result.updated());
    }
}
