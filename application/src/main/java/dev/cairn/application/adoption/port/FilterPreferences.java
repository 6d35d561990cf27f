package dev.cairn.application.adoption.port;

import dev.cairn.domain.adoption.FilterPreference;
import io.smallrye.mutiny.Uni;

/** How people of the organisation at hand look at plans. The plan's lock guards each. */
public interface FilterPreferences {
    /** The owner's preference, or the one of somebody who saved none. */
    Uni<FilterPreference> of(FilterPreference.Owner owner);

    /** Stores the state, be it the first, and in the same transaction what the preference says happened to it. */
    Uni<Void> save(FilterPreference preference);
}
