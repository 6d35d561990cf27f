package dev.cairn.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The way into the packaged service; development and tests, whose settings come from the dev services, go in by the
 * platform's own. It asks first whether the deployment has said all it must: once the platform starts, each missing setting
 * is a failure of its own, somewhere in a stack trace.
 */
@QuarkusMain(name = "production")
public class Main {
    /**
     * Starts the service, or refuses to with one sentence and exit code 1.
     *
     * @param args passed on to the platform
     */
    public static void main(String... args) {
        var config = ConfigProvider.getConfig();
        var refusal = RequiredSettings.refusal(name -> config.getOptionalValue(name, String.class));
        if (refusal.isPresent()) {
            System.err.println(refusal.get());
            System.exit(1);
        }
        // The platform would answer a target that is no URI with nothing in it; RequestHead answers with a problem.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(args);
    }
}
