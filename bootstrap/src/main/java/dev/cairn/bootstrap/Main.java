package dev.cairn.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way into the packaged service; development and tests, whose settings come from the dev services, go in by the
 * platform's own. It asks first whether the deployment has said all it must: once the platform starts, each missing setting
 * is a failure of its own, somewhere in a stack trace.
 */
@QuarkusMain(name = "production")
public class Main {
    /** The one word that it takes: migrate the database and end. */
    private static final String MIGRATE = "migrate";

    /**
     * Starts the service, or with {@code migrate} migrates the database and ends; refuses to with one sentence and exit code 1.
     *
     * @param args nothing, or {@code migrate}
     */
    public static void main(String... args) {
        var migrateOnly = List.of(args).equals(List.of(MIGRATE));
        var refusal = unknown(migrateOnly, args).or(() -> refusal(migrateOnly));
        if (refusal.isPresent()) {
            System.err.println(refusal.get());
            System.exit(1);
        }
        if (migrateOnly) {
            migrateAndEnd();
        }
        // The platform would answer a target that is no URI with nothing in it; RequestHead answers with a problem.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run();
    }

    private static Optional<String> unknown(boolean migrateOnly, String... args) {
        return migrateOnly || args.length == 0
                ? Optional.empty()
                : Optional.of("Cairn does not start: it takes no argument but \"" + MIGRATE
                        + "\"; settings are named in the environment, or by -D before -jar.");
    }

    /**
     * A container has its settings in its environment. Only where one of them is missing there, the configuration is read
     * with all its sources, which would take an executable a tenth of its start.
     */
    private static Optional<String> refusal(boolean migrateOnly) {
        return refusal(migrateOnly, Main::atHand).flatMap(perhaps -> refusal(migrateOnly, everywhere()));
    }

    private static Optional<String> refusal(boolean migrateOnly, Function<String, Optional<String>> settings) {
        var required = migrateOnly ? RequiredSettings.TO_MIGRATE : RequiredSettings.ofService(settings);
        return required.refusal(settings);
    }

    private static Optional<String> atHand(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(RequiredSettings.asEnvironmentVariable(name))));
    }

    /** Not the config at hand: before the platform starts, that of an executable is the one of the machine that built it. */
    private static Function<String, Optional<String>> everywhere() {
        var config = ConfigUtils.configBuilder().build();
        return name -> config.getOptionalValue(name, String.class);
    }

    /** The platform ends by itself once its initial tasks are done, before anything listens; nobody issues tokens to it. */
    private static void migrateAndEnd() {
        System.setProperty("quarkus.init-and-exit", "true");
        System.setProperty("quarkus.flyway.migrate-at-start", "true");
        System.setProperty("quarkus.oidc.tenant-enabled", "false");
        System.setProperty("quarkus.scheduler.enabled", "false");
    }
}
