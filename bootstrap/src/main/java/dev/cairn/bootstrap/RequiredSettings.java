package dev.cairn.bootstrap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a production deployment has to say, because no default could be right, and what it must not say. */
enum RequiredSettings {
    /** To serve requests and to migrate before the first of them. */
    TO_MIGRATE_AND_SERVE(Set.of()),
    /** To serve requests where somebody else migrates: the owner's password stays out of reach. */
    TO_SERVE(Set.of("quarkus.flyway.password")),
    /** To migrate and nothing else: the service's role is named, because it is granted what it needs. */
    TO_MIGRATE(
            Set.of("quarkus.datasource.reactive.url", "quarkus.datasource.password", "quarkus.oidc.auth-server-url"));

    private static final String SERVICE = "quarkus.datasource.username";

    private static final String OWNER = "quarkus.flyway.username";

    /** All there are, in the order in which they are missed. */
    private static final List<String> NAMES = List.of(
            "quarkus.datasource.reactive.url",
            "quarkus.datasource.jdbc.url",
            SERVICE,
            "quarkus.datasource.password",
            OWNER,
            "quarkus.flyway.password",
            "quarkus.oidc.auth-server-url");

    private final Set<String> notNeeded;

    RequiredSettings(Set<String> notNeeded) {
        this.notNeeded = notNeeded;
    }

    /**
     * Which settings a process that serves requests needs.
     *
     * @param settings the value of a setting, by name
     * @return what depends on whether it migrates too
     */
    static RequiredSettings ofService(Function<String, Optional<String>> settings) {
        return settings.apply("quarkus.flyway.migrate-at-start")
                        .filter(value -> value.trim().equalsIgnoreCase("false"))
                        .isPresent()
                ? TO_SERVE
                : TO_MIGRATE_AND_SERVE;
    }

    /**
     * Says what is missing, or that one role was named for what needs two: before a migration grants it what the service's
     * role needs.
     *
     * @param settings the value of a setting, by name
     * @return one sentence that names everything that is missing; empty when nothing is
     */
    Optional<String> refusal(Function<String, Optional<String>> settings) {
        var missing = NAMES.stream()
                .filter(name -> !notNeeded.contains(name))
                .filter(name ->
                        settings.apply(name).filter(value -> !value.isBlank()).isEmpty())
                .map(RequiredSettings::asEnvironmentVariable)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? oneRole(settings)
                : Optional.of("Cairn does not start, because these settings are missing: " + missing + ".");
    }

    private static Optional<String> oneRole(Function<String, Optional<String>> settings) {
        return settings.apply(SERVICE).equals(settings.apply(OWNER))
                ? Optional.of("Cairn does not start: " + asEnvironmentVariable(SERVICE) + " and "
                        + asEnvironmentVariable(OWNER)
                        + " name one role, and an owner of tables is not bound by row-level"
                        + " security; give the service a role that owns nothing.")
                : Optional.empty();
    }

    /** How a deployment writes the name of a setting. */
    static String asEnvironmentVariable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
