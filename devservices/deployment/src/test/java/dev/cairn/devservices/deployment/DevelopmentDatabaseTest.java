package dev.cairn.devservices.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentDatabaseTest {
    @TempDir
    Path directory;

    @Test
    void what_was_stored_is_there_after_a_restart_until_a_reset_empties_it() throws Exception {
        var port = Ports.anyFree();
        try (var first = DevelopmentDatabase.inDirectory(directory, port, false)) {
            first.start();
            run(first, "cairn_owner", "create table kept (id int)");
        }
        try (var second = DevelopmentDatabase.inDirectory(directory, port, false)) {
            second.start();
            run(second, "cairn_owner", "insert into kept values (1)");
        }
        try (var third = DevelopmentDatabase.inDirectory(directory, port, true)) {
            third.start();
            assertThatThrownBy(() -> run(third, "cairn_owner", "insert into kept values (1)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("\"kept\" does not exist");
        }
    }

    @Test
    void the_services_role_owns_nothing_and_may_create_nothing() throws Exception {
        try (var database = DevelopmentDatabase.forTests(directory)) {
            database.start();
            run(database, "cairn_owner", "create table secret (id int)");

            assertThatThrownBy(() -> run(database, "cairn_app", "select * from secret"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(database, "cairn_app", "create table mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void tests_find_each_statement_in_the_log() throws Exception {
        try (var database = DevelopmentDatabase.forTests(directory)) {
            database.start();
            run(database, "cairn_app", "select 4711");

            // The server answers first and writes the log a little later.
            await().untilAsserted(() -> assertThat(Files.readString(Path.of(database.statementLog())))
                    .contains("select 4711"));
        }
    }

    @Test
    void a_taken_port_is_one_clear_sentence() throws Exception {
        try (var other = new ServerSocket()) {
            other.setReuseAddress(true);
            other.bind(Ports.on(0));
            var database = DevelopmentDatabase.inDirectory(directory, other.getLocalPort(), false);

            assertThatThrownBy(database::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Port " + other.getLocalPort() + " is taken by another program");
        }
    }

    private static void run(DevelopmentDatabase database, String role, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), role, "dev");
                var jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        }
    }
}
