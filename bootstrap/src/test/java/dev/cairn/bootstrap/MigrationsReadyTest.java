package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which migrations a replica waits for: the table that says what was applied is made to say something else for a moment. */
@QuarkusTest
class MigrationsReadyTest {
    private static final String REPEATABLE = "version is null and type = 'SQL'";
    private static final String LAST = "installed_rank = (select max(installed_rank) from flyway_schema_history"
            + " where version is not null and type = 'SQL')";

    @Inject
    Flyway flyway;

    @BeforeEach
    void keep() throws SQLException {
        change("create table kept_history as table flyway_schema_history");
    }

    @AfterEach
    void put_back() throws SQLException {
        change("delete from flyway_schema_history");
        change("insert into flyway_schema_history table kept_history");
        change("drop table kept_history");
    }

    private static int change(String sql) throws SQLException {
        try (var database = Database.asSuperuser()) {
            return database.run(sql);
        }
    }

    /** What a replica says that has just started, and left migrating to others. */
    private Status status() {
        return new MigrationsReady(flyway, false).call().getStatus();
    }

    @Test
    void a_replica_is_ready_on_the_schema_of_its_own_version() {
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void a_repeatable_migration_in_the_form_of_a_later_version_keeps_nobody_waiting() throws SQLException {
        assertThat(change("update flyway_schema_history set checksum = checksum + 1 where " + REPEATABLE))
                .isPositive();
        assertThat(flyway.info().pending()).isNotEmpty();
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void a_repeatable_migration_that_was_never_applied_is_waited_for() throws SQLException {
        assertThat(change("delete from flyway_schema_history where " + REPEATABLE))
                .isPositive();
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void a_numbered_migration_that_was_not_applied_is_waited_for() throws SQLException {
        assertThat(change("delete from flyway_schema_history where " + LAST)).isEqualTo(1);
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void who_migrated_at_its_start_does_not_ask() throws SQLException {
        change("delete from flyway_schema_history where " + LAST);
        assertThat(new MigrationsReady(flyway, true).call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void the_yes_is_given_for_good_and_the_no_is_not() throws SQLException {
        var replica = new MigrationsReady(flyway, false);
        change("delete from flyway_schema_history where " + LAST);
        assertThat(replica.call().getStatus()).isEqualTo(Status.DOWN);

        change("delete from flyway_schema_history");
        change("insert into flyway_schema_history table kept_history");
        assertThat(replica.call().getStatus()).isEqualTo(Status.UP);
    }
}
