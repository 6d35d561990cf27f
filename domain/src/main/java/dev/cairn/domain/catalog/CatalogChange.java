package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import java.util.Map;

/**
 * Somebody edited the catalogue. The audit keeps it; the world is not told.
 *
 * @param what which behaviour it was
 * @param occurrence to which product, by whom, when
 * @param changes the fields that moved; those of a part stand under its list and its key
 */
public record CatalogChange(What what, Occurrence occurrence, Changes changes) implements DomainEvent {
    /** The things that can happen to a product. */
    public enum What {
        CREATED("product.created"),
        UPDATED("product.updated"),
        IMPORTED("product.imported"),
        ARCHIVED("product.archived"),
        DELETED("product.deleted"),
        TASK_ADDED("product.task_added"),
        TASK_CHANGED("product.task_changed"),
        TASK_REMOVED("product.task_removed"),
        TASKS_ORDERED("product.tasks_ordered"),
        OUTCOME_ADDED("product.outcome_added"),
        OUTCOME_CHANGED("product.outcome_changed"),
        OUTCOME_REMOVED("product.outcome_removed"),
        RELEASE_ADDED("product.release_added"),
        RELEASE_CHANGED("product.release_changed"),
        RELEASE_REMOVED("product.release_removed"),
        TAG_ADDED("product.tag_added"),
        TAG_CHANGED("product.tag_changed"),
        TAG_REMOVED("product.tag_removed");

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
