package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import java.util.Map;

/**
 * Somebody looks at a plan in another way than before. It is audited and not published: the world has no part in it.
 *
 * @param occurrence at which plan, by whom, when
 * @param changes what of the filter moved
 */
public record FilterSaved(Occurrence occurrence, Changes changes) implements DomainEvent {
    @Override
    public String type() {
        return "adoption.filter_saved";
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
