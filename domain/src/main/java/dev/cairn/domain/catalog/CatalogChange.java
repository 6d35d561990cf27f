package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody edited the catalogue. The audit keeps it; the world is not told.
 *
 * @param what which behaviour it was
 * @param occurrence to which product or solution, by whom, when
 * @param changes the fields that moved; those of a part stand under its list and its key
 */
public record CatalogChange(What what, Occurrence occurrence, Changes changes) implements DomainEvent {
    /** The things that can happen to a product or a solution. */
    public enum What {
        CREATED("created"),
        UPDATED("updated"),
        IMPORTED("imported"),
        ARCHIVED("archived"),
        DELETED("deleted"),
        TASK_ADDED("task_added"),
        TASK_CHANGED("task_changed"),
        TASK_REMOVED("task_removed"),
        TASKS_ORDERED("tasks_ordered"),
        PRODUCTS_ORDERED("products_ordered"),
        PRODUCT_LEFT("product_left"),
        OUTCOME_ADDED("outcome_added"),
        OUTCOME_CHANGED("outcome_changed"),
        OUTCOME_REMOVED("outcome_removed"),
        RELEASE_ADDED("release_added"),
        RELEASE_CHANGED("release_changed"),
        RELEASE_REMOVED("release_removed"),
        TAG_ADDED("tag_added"),
        TAG_CHANGED("tag_changed"),
        TAG_REMOVED("tag_removed");

        private final String said;

        What(String said) {
            this.said = said;
        }
    }

    @Override
    public String type() {
        return occurrence.subject().kind().name().toLowerCase(Locale.ROOT) + "." + what.said;
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
