package dev.cairn.domain.adoption.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import java.util.Map;

/**
 * The figures of a plan moved.
 *
 * @param occurrence which plan, by whom, when
 * @param before its figures before
 * @param after its figures after
 */
public record ProgressChanged(Occurrence occurrence, Progress before, Progress after) implements DomainEvent {
    @Override
    public String type() {
        return "adoption.progress_changed";
    }

    /** The figures that moved; the world is told all of them, so that it need not know the earlier ones. */
    @Override
    public Changes changes() {
        return before.until(after);
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("before", before.figures(), "after", after.figures());
    }
}
