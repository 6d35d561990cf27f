package dev.cairn.bootstrap;

import dev.cairn.application.adoption.AdoptionPlansContract;
import dev.cairn.application.adoption.AdoptionStore;
import dev.cairn.bootstrap.support.StoredAdoption;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class SqlAdoptionPlansTest extends AdoptionPlansContract {
    @Inject
    StoredAdoption store;

    @Override
    protected AdoptionStore store() {
        return store;
    }
}
