package dev.cairn.bootstrap;

import dev.cairn.application.adoption.AdoptionStore;
import dev.cairn.application.adoption.FilterPreferencesContract;
import dev.cairn.bootstrap.support.StoredAdoption;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class SqlFilterPreferencesTest extends FilterPreferencesContract {
    @Inject
    StoredAdoption store;

    @Override
    protected AdoptionStore store() {
        return store;
    }
}
