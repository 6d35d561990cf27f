package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.util.Optional;

/**
 * Which tasks of a plan are wanted; what is absent does not narrow.
 *
 * @param status in this status
 * @param outcome that has this outcome itself; a task without outcomes has none
 * @param release that has this release itself
 * @param tag with a tag of exactly this name, 1 to 255 characters, not blank
 * @param archived those that a synchronisation put away, instead of those that are part of the plan
 */
public record TaskFilter(
        Optional<TaskStatus> status,
        Optional<OutcomeId> outcome,
        Optional<ReleaseId> release,
        Optional<String> tag,
        boolean archived) {
    /** The longest name of a tag, in characters. */
    public static final int MAX_TAG = 255;

    /** Every task that is part of the plan. */
    public static final TaskFilter LIVE =
            new TaskFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    public TaskFilter {
        if (tag.filter(name -> name.isBlank() || name.length() > MAX_TAG).isPresent()) {
            throw new DomainException(
                    ErrorCode.VALIDATION_ERROR,
                    "The request has a fault.",
                    new Fault("/tag", Fault.Code.LENGTH, "1 to " + MAX_TAG + " characters"));
        }
    }

    /** What differs between this filter and a later one, under the names that clients know. */
    Changes until(TaskFilter later) {
        return Changes.compare()
                .field("status", status.map(Enum::name), later.status.map(Enum::name))
                .field("outcomeId", outcome.map(TaskFilter::text), later.outcome.map(TaskFilter::text))
                .field("releaseId", release.map(TaskFilter::text), later.release.map(TaskFilter::text))
                .field("tag", tag, later.tag)
                .field("archived", archived, later.archived)
                .done();
    }

    private static String text(OutcomeId id) {
        return id.value().toString();
    }

    private static String text(ReleaseId id) {
        return id.value().toString();
    }
}
