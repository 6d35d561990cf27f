package dev.cairn.application.adoption;

class InMemoryAdoptionPlansTest extends AdoptionPlansContract {
    private final InMemoryAdoption world = new InMemoryAdoption();

    @Override
    protected AdoptionStore store() {
        return world;
    }
}
