package dev.cairn.bootstrap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a production deployment has to say, because no default could be right. */
final class RequiredSettings {
    private static final List<String> NAMES = List.of(
            "quarkus.datasource.reactive.url",
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.flyway.username",
            "quarkus.flyway.password",
            "quarkus.oidc.auth-server-url");

    private RequiredSettings() {}

    /**
     * Says what is missing.
     *
     * @param settings the value of a setting, by name
     * @return one sentence that names everything that is missing; empty when nothing is
     */
    static Optional<String> refusal(Function<String, Optional<String>> settings) {
        var missing = NAMES.stream()
                .filter(name ->
                        settings.apply(name).filter(value -> !value.isBlank()).isEmpty())
                .map(RequiredSettings::asEnvironmentVariable)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Cairn does not start, because these settings are missing: " + missing + ".");
    }

    private static String asEnvironmentVariable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
