package dev.cairn.domain.adoption;

import dev.cairn.domain.telemetry.published.Evaluation;
import java.time.Instant;
import java.util.Optional;

/**
 * What one attribute says when a task is judged.
 *
 * @param attribute the attribute as it was when it was looked at
 * @param evaluation what its latest value says of its criteria, with the reason; absent while there is no value yet,
 *     which is no error
 * @param fresh whether the latest value still speaks; never without one
 */
public record Finding(TelemetryAttribute attribute, Optional<Evaluation> evaluation, boolean fresh) {
    /** Whether the latest value meets the criteria; false on error and without a value. */
    public boolean met() {
        return evaluation.map(Evaluation::isMet).orElse(false);
    }

    /** The attribute after this look at it. */
    TelemetryAttribute attributeAt(Instant now) {
        return attribute.looked(this, now);
    }
}
