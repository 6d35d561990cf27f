package dev.cairn.devservices.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;

/**
 * Development's database and issuer for a program that is no test: starts both on free ports, runs a command with the settings
 * of the service in its environment, and ends with it. What the database held is gone then.
 */
public final class Neighbours {
    private Neighbours() {}

    /**
     * Runs the command beside them, and exits as it does.
     *
     * @param command a program and its arguments
     */
    public static void main(String... command) throws IOException, InterruptedException {
        if (command.length == 0) {
            System.err.println("Neighbours of whom? Name a command.");
            System.exit(2);
        }
        System.exit(run(command));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        var data = Files.createTempDirectory("cairn-neighbours-");
        try (var database = DevelopmentDatabase.inDirectory(data, Ports.anyFree(), false);
                var issuer = DevelopmentIssuer.onPort(Ports.anyFree())) {
            database.start();
            issuer.start();
            var program = new ProcessBuilder(Arrays.asList(command)).inheritIO();
            program.environment().putAll(settings(database, issuer));
            return program.start().waitFor();
        } finally {
            DevelopmentDatabase.delete(data);
        }
    }

    private static Map<String, String> settings(DevelopmentDatabase database, DevelopmentIssuer issuer) {
        return Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(),
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", DevelopmentDatabase.SERVICE_ROLE,
                "QUARKUS_DATASOURCE_PASSWORD", DevelopmentDatabase.PASSWORD,
                "QUARKUS_FLYWAY_USERNAME", DevelopmentDatabase.OWNER_ROLE,
                "QUARKUS_FLYWAY_PASSWORD", DevelopmentDatabase.PASSWORD,
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuer.issuer());
    }
}
