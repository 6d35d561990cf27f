package dev.cairn.bootstrap;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Refuses a database role that row-level security does not bind, before the first request is let in. */
@Singleton
class StartCheck {
    private final DataSource database;

    StartCheck(DataSource database) {
        this.database = database;
    }

    void beforeAllElse(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        role().refusal().ifPresent(sentence -> {
            // The one kind of failure that the platform reports by its message alone.
            throw new ConfigurationException(sentence);
        });
    }

    private ServiceRole role() {
        try (var connection = database.getConnection()) {
            return ServiceRole.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer the service's role.", e);
        }
    }
}
