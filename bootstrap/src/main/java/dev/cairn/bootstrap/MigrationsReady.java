package dev.cairn.bootstrap;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Ready once every migration that this build brings has been applied, by this process or by a job before it. It has started
 * long before: a migration may take an hour, and whoever waits for it must not be restarted meanwhile.
 */
@Readiness
class MigrationsReady implements HealthCheck {
    private static final String NAME = "migrations";

    private final Flyway flyway;
    /** Applied migrations stay applied, so the question is asked until the first yes, then never again. */
    private volatile boolean applied;

    MigrationsReady(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        if (!applied) {
            applied = noneIsPending();
        }
        return HealthCheckResponse.named(NAME).status(applied).build();
    }

    private boolean noneIsPending() {
        try {
            return flyway.info().pending().length == 0;
        } catch (FlywayException unreachable) {
            return false;
        }
    }
}
