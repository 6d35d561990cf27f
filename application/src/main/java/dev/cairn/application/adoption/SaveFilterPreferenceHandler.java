package dev.cairn.application.adoption;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.FilterPreferences;
import dev.cairn.application.adoption.view.SavedFilter;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.FilterPreference;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class SaveFilterPreferenceHandler extends Change<SaveFilterPreference.Command, FilterPreference, SavedFilter>
        implements SaveFilterPreference {
    private final AdoptionPlans plans;
    private final FilterPreferences preferences;

    SaveFilterPreferenceHandler(Frame frame, AdoptionPlans plans, FilterPreferences preferences) {
        super(frame, Permission.FILTER_PREFERENCE);
        this.plans = plans;
        this.preferences = preferences;
    }

    @Override
    protected Uni<FilterPreference> find(Command command) {
        return plans.lock(command.plan())
                .chain(plan -> preferences.of(new FilterPreference.Owner(
                        command.reader(), plan.id(), plan.snapshot().customer())));
    }

    @Override
    protected Uni<SavedFilter> change(FilterPreference preference, Command command, Call call) {
        preference.save(command.filter(), call.now());
        return preferences.save(preference).replaceWith(() -> SavedFilter.of(preference.snapshot()));
    }
}
