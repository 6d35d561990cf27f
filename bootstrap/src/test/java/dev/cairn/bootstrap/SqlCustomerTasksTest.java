package dev.cairn.bootstrap;

import dev.cairn.application.adoption.AdoptionStore;
import dev.cairn.application.adoption.CustomerTasksContract;
import dev.cairn.bootstrap.support.StoredAdoption;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class SqlCustomerTasksTest extends CustomerTasksContract {
    @Inject
    StoredAdoption store;

    @Override
    protected AdoptionStore store() {
        return store;
    }
}
