package dev.cairn.bootstrap;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Ready once every migration that this build brings has been applied, by this process at its start or by a job. A job
 * may take an hour for one, and whoever waits for it has started long before and must not be restarted meanwhile.
 *
 * <p>A repeatable migration counts until it was applied once, in whatever form. The schema of a later version has the later
 * form, and the version before has to be ready on it.
 */
@Readiness
class MigrationsReady implements HealthCheck {
    private static final String NAME = "migrations";

    private final Flyway flyway;
    /** Applied migrations stay applied, so the question is asked until the first yes, then never again. */
    private volatile boolean applied;

    /** @param migratedAtStart whether this process migrates at its start; it would not run if that had failed */
    MigrationsReady(Flyway flyway, @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migratedAtStart) {
        this.flyway = flyway;
        applied = migratedAtStart;
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
            var migrations = flyway.info();
            var repeated = Arrays.stream(migrations.applied())
                    .filter(migration -> migration.getVersion() == null)
                    .map(MigrationInfo::getDescription)
                    .collect(Collectors.toSet());
            return Arrays.stream(migrations.pending())
                    .allMatch(migration ->
                            migration.getVersion() == null && repeated.contains(migration.getDescription()));
        } catch (FlywayException unreachable) {
            return false;
        }
    }
}
