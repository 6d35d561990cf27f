package dev.cairn.application.adoption.telemetry.view;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import java.util.List;
import java.util.UUID;

/**
 * What became of a batch of values.
 *
 * @param batch the batch's id, made by the service when the sender had none
 * @param stored how many values were stored
 * @param duplicates how many were there already
 * @param failed those that could not be taken, by their place in the batch
 * @param moves the statuses that changed
 * @param plans the plans that values were for, with their figures now, by id
 */
public record RecordedValues(
        UUID batch, int stored, int duplicates, List<Failed> failed, List<StatusMove> moves, List<PlanFigures> plans) {
    public RecordedValues {
        failed = List.copyOf(failed);
        moves = List.copyOf(moves);
        plans = List.copyOf(plans);
    }

    /**
     * A value that could not be taken.
     *
     * @param index its place in the batch, from 0
     * @param code why, as the code that a single value would be refused with
     * @param message the same in words
     */
    public record Failed(int index, ErrorCode code, String message) {}

    /** A plan's figures. */
    public record PlanFigures(PlanId plan, Progress progress) {}
}
