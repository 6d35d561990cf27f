package dev.cairn.application.jobs.view;

import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import java.util.Optional;

/**
 * What a job did to a plan, or in a dry run would do.
 *
 * @param state how far it is
 * @param code why it failed; only where it did
 * @param changed whether anything of it differed
 * @param added how many tasks entered it
 * @param restored how many came back from the archive
 * @param archived how many were put away
 * @param updated how many followed their source
 */
public record PlanResult(
        PlanId plan,
        PlanState state,
        Optional<ErrorCode> code,
        boolean changed,
        int added,
        int restored,
        int archived,
        int updated) {}
