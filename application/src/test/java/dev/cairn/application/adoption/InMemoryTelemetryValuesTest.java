package dev.cairn.application.adoption;

class InMemoryTelemetryValuesTest extends TelemetryValuesContract {
    private final InMemoryAdoption world = new InMemoryAdoption();

    @Override
    protected AdoptionStore store() {
        return world;
    }
}
