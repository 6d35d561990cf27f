package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RequiredSettingsTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "quarkus.datasource.reactive.url", "postgresql://db/cairn",
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/cairn",
            "quarkus.datasource.username", "service",
            "quarkus.datasource.password", "secret",
            "quarkus.flyway.username", "owner",
            "quarkus.flyway.password", "secret",
            "quarkus.oidc.auth-server-url", "https://id.example/realms/cairn");

    @Test
    void a_complete_deployment_is_let_in() {
        assertThat(refusal(COMPLETE)).isEmpty();
    }

    @Test
    void all_that_is_missing_is_named_at_once_as_a_deployment_writes_it() {
        assertThat(refusal(Map.of()))
                .hasValue("Cairn does not start, because these settings are missing: QUARKUS_DATASOURCE_REACTIVE_URL,"
                        + " QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME, QUARKUS_DATASOURCE_PASSWORD,"
                        + " QUARKUS_FLYWAY_USERNAME, QUARKUS_FLYWAY_PASSWORD, QUARKUS_OIDC_AUTH_SERVER_URL.");
    }

    @Test
    void what_is_blank_is_missing() {
        var settings = new HashMap<>(COMPLETE);
        settings.put("quarkus.flyway.password", " ");
        assertThat(refusal(settings))
                .hasValue("Cairn does not start, because these settings are missing: QUARKUS_FLYWAY_PASSWORD.");
    }

    @Test
    void the_owner_does_not_serve_requests() {
        var settings = new HashMap<>(COMPLETE);
        settings.put("quarkus.datasource.username", "owner");
        assertThat(refusal(settings))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("QUARKUS_DATASOURCE_USERNAME and QUARKUS_FLYWAY_USERNAME name one role"));
    }

    @Test
    void a_refusal_repeats_no_value() {
        var settings = new HashMap<>(COMPLETE);
        settings.remove("quarkus.flyway.username");
        assertThat(refusal(settings))
                .hasValueSatisfying(sentence -> assertThat(sentence).doesNotContain("secret"));
    }

    @Test
    void where_somebody_else_migrates_the_owners_password_is_not_asked_for() {
        var settings = new HashMap<>(COMPLETE);
        settings.remove("quarkus.flyway.password");
        settings.put("quarkus.flyway.migrate-at-start", "false");
        assertThat(refusal(settings)).isEmpty();

        settings.put("quarkus.flyway.migrate-at-start", "true");
        assertThat(refusal(settings)).isPresent();
    }

    @Test
    void to_migrate_alone_takes_neither_an_issuer_nor_the_password_of_the_service() {
        var settings = new HashMap<>(COMPLETE);
        settings.remove("quarkus.oidc.auth-server-url");
        settings.remove("quarkus.datasource.password");
        settings.remove("quarkus.datasource.reactive.url");
        assertThat(RequiredSettings.TO_MIGRATE.refusal(asked(settings))).isEmpty();

        settings.remove("quarkus.flyway.password");
        assertThat(RequiredSettings.TO_MIGRATE.refusal(asked(settings)))
                .hasValue("Cairn does not start, because these settings are missing: QUARKUS_FLYWAY_PASSWORD.");
    }

    private static Optional<String> refusal(Map<String, String> settings) {
        return RequiredSettings.ofService(asked(settings)).refusal(asked(settings));
    }

    private static Function<String, Optional<String>> asked(Map<String, String> settings) {
        return name -> Optional.ofNullable(settings.get(name));
    }
}
