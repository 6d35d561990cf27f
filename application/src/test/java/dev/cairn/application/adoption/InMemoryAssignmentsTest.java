package dev.cairn.application.adoption;

class InMemoryAssignmentsTest extends AssignmentsContract {
    private final InMemoryAdoption world = new InMemoryAdoption();

    @Override
    protected AdoptionStore store() {
        return world;
    }
}
