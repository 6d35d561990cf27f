package dev.cairn.application.adoption;

class InMemoryPlanSyncsTest extends PlanSyncsContract {
    private final InMemoryAdoption world = new InMemoryAdoption();

    @Override
    protected AdoptionStore store() {
        return world;
    }
}
