package dev.cairn.application.adoption;

class InMemoryFilterPreferencesTest extends FilterPreferencesContract {
    private final InMemoryAdoption world = new InMemoryAdoption();

    @Override
    protected AdoptionStore store() {
        return world;
    }
}
