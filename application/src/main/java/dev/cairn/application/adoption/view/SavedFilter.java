package dev.cairn.application.adoption.view;

import dev.cairn.domain.adoption.FilterPreference;
import dev.cairn.domain.adoption.TaskFilter;
import dev.cairn.domain.shared.PlanId;

/**
 * How somebody looks at a plan.
 *
 * @param plan the plan
 * @param filter which of its tasks are shown
 * @param version 0 while nothing was saved, then from 1
 */
public record SavedFilter(PlanId plan, TaskFilter filter, long version) {
    /** A preference as its owner sees it. */
    public static SavedFilter of(FilterPreference.Snapshot preference) {
        return new SavedFilter(preference.owner().plan(), preference.filter(), preference.version());
    }
}
