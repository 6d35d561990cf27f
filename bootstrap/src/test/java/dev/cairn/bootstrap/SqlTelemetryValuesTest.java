package dev.cairn.bootstrap;

import dev.cairn.application.adoption.AdoptionStore;
import dev.cairn.application.adoption.TelemetryValuesContract;
import dev.cairn.bootstrap.support.StoredAdoption;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class SqlTelemetryValuesTest extends TelemetryValuesContract {
    @Inject
    StoredAdoption store;

    @Override
    protected AdoptionStore store() {
        return store;
    }
}
