package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Packaged;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One process that migrates and ends, and another that serves and never learns the owner's password. */
@QuarkusIntegrationTest
class MigrateIT {
    private static final String DATABASE = "cairn_of_an_operator";

    DevServicesContext services;

    @BeforeEach
    void an_empty_database_of_the_owner() throws SQLException {
        var server = services.devServicesProperties().get("quarkus.datasource.jdbc.url");
        try (var connection = DriverManager.getConnection(server, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            statement.execute("create database " + DATABASE + " owner cairn_owner");
        }
    }

    @Test
    void the_service_waits_for_the_migrations_of_another_process_and_serves_without_the_owners_password()
            throws Exception {
        try (var service = Packaged.start(ofService())) {
            service.request()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'migrations' }.status", is("DOWN"));

            var migration = migrate(ofMigration());
            assertThat(migration.exitCode()).as(migration.output()).isZero();
            assertThat(migration.output())
                    .contains("Successfully applied")
                    .doesNotContain("Listening on")
                    .doesNotContain("ERROR");

            service.request().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
            service.as(token(), "{\"name\": \"First\"}")
                    .post("/api/v1/customers")
                    .then()
                    .statusCode(201);
            service.as(token()).get("/api/v1/customers").then().body("items.name", hasItem("First"));
        }
    }

    @Test
    void a_second_time_there_is_nothing_to_do_and_that_is_well() throws Exception {
        assertThat(migrate(ofMigration()).exitCode()).isZero();

        var again = migrate(ofMigration());

        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(again.output()).contains("No migration necessary");
    }

    @Test
    void a_database_that_refuses_ends_it_with_a_failure() throws Exception {
        var settings = ofMigration();
        settings.put("quarkus.flyway.username", "nobody_at_all");

        var migration = migrate(settings);

        assertThat(migration.exitCode()).isEqualTo(1);
        assertThat(migration.output()).contains("nobody_at_all");
    }

    @Test
    void what_is_missing_is_named_in_one_sentence() throws Exception {
        var settings = ofMigration();
        settings.remove("quarkus.flyway.password");

        var migration = migrate(settings);

        assertThat(migration.exitCode()).isEqualTo(1);
        assertThat(migration.output())
                .isEqualTo("Cairn does not start, because these settings are missing: QUARKUS_FLYWAY_PASSWORD.");
    }

    @Test
    void a_word_that_it_does_not_know_is_refused() throws Exception {
        var start = run(ofService(), "migrat");

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output()).hasLineCount(1).contains("no argument but \"migrate\"");
    }

    private Map<String, String> ofService() {
        var settings = new HashMap<>(services.devServicesProperties());
        settings.replaceAll((name, value) -> name.endsWith(".url") ? elsewhere(value) : value);
        settings.remove("quarkus.flyway.password");
        settings.put("quarkus.flyway.migrate-at-start", "false");
        return settings;
    }

    /** As much as a job needs that knows no issuer and not the service's password. */
    private Map<String, String> ofMigration() {
        var settings = new HashMap<>(services.devServicesProperties());
        settings.keySet()
                .retainAll(List.of(
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.username",
                        "quarkus.flyway.username",
                        "quarkus.flyway.password"));
        settings.replaceAll((name, value) -> name.endsWith(".url") ? elsewhere(value) : value);
        return settings;
    }

    private static String elsewhere(String url) {
        return url.substring(0, url.lastIndexOf('/') + 1) + DATABASE;
    }

    private record End(int exitCode, String output) {}

    private static End migrate(Map<String, String> settings) throws IOException, InterruptedException {
        return run(settings, "migrate");
    }

    private static End run(Map<String, String> settings, String word) throws IOException, InterruptedException {
        var process = Packaged.process(settings, word).start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new End(process.exitValue(), output.trim());
        } finally {
            process.destroyForcibly();
        }
    }

    private String token() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "css@northwind")
                .formParam("client_secret", "demo")
                .post(services.devServicesProperties().get("quarkus.oidc.auth-server-url")
                        + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
