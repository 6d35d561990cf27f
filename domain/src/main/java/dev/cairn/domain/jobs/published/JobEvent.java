package dev.cairn.domain.jobs.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import java.util.Map;

/**
 * Somebody decided something about a job. The audit keeps it; the world is told of what the job does, not of the job.
 *
 * @param what which behaviour it was
 * @param occurrence to which job, by whom, when
 * @param changes what moved
 */
public record JobEvent(What what, Occurrence occurrence, Changes changes) implements DomainEvent {
    /** The things that people decide about a job. */
    public enum What {
        STARTED("job.started"),
        CANCELLED("job.cancelled");

        private final String type;

        What(String type) {
            this.type = type;
        }
    }

    @Override
    public String type() {
        return what.type;
    }

    @Override
    public Map<String, Object> data() {
        return Map.of();
    }

    @Override
    public boolean isPublished() {
        return false;
    }
}
