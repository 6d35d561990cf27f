package dev.cairn.application.adoption;

class InMemoryCustomerTasksTest extends CustomerTasksContract {
    private final InMemoryAdoption world = new InMemoryAdoption();

    @Override
    protected AdoptionStore store() {
        return world;
    }
}
