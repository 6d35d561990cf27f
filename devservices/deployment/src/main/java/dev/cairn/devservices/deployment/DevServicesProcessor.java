package dev.cairn.devservices.deployment;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.Map;

/** Tells Quarkus what to start. Whoever names a database or a provider of their own gets that one instead. */
@BuildSteps(onlyIf = IsDevServicesSupportedByLaunchMode.class)
class DevServicesProcessor {
    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String AUTH_SERVER_URL = "quarkus.oidc.auth-server-url";

    @BuildStep
    void database(
            LaunchModeBuildItem mode,
            OutputTargetBuildItem target,
            BuildProducer<DevServicesResultBuildItem> services) {
        if (ConfigUtils.isPropertyNonEmpty(REACTIVE_URL)) {
            return;
        }
        boolean tests = mode.getLaunchMode() == LaunchMode.TEST;
        var service = DevServicesResultBuildItem.owned()
                .feature("cairn-postgresql")
                .description("PostgreSQL for " + (tests ? "tests" : "development"))
                .serviceConfig("cairn-postgresql-" + mode.getLaunchMode())
                .startable(() -> tests
                        ? DevelopmentDatabase.forTests(target.getOutputDirectory())
                        : DevelopmentDatabase.forDevelopment(Boolean.getBoolean("cairn.dev.reset")))
                .config(Map.of(
                        "quarkus.datasource.username", DevelopmentDatabase.SERVICE_ROLE,
                        "quarkus.datasource.password", DevelopmentDatabase.PASSWORD,
                        "quarkus.flyway.username", DevelopmentDatabase.OWNER_ROLE,
                        "quarkus.flyway.password", DevelopmentDatabase.PASSWORD));
        services.produce(service.configProvider(
                        tests
                                ? Map.of(
                                        REACTIVE_URL,
                                        DevelopmentDatabase::reactiveUrl,
                                        JDBC_URL,
                                        DevelopmentDatabase::jdbcUrl,
                                        "cairn.test.statement-log",
                                        DevelopmentDatabase::statementLog)
                                : Map.of(
                                        REACTIVE_URL, DevelopmentDatabase::reactiveUrl,
                                        JDBC_URL, DevelopmentDatabase::jdbcUrl))
                .build());
    }

    @BuildStep
    void issuer(LaunchModeBuildItem mode, BuildProducer<DevServicesResultBuildItem> services) {
        if (ConfigUtils.isPropertyNonEmpty(AUTH_SERVER_URL)) {
            return;
        }
        boolean tests = mode.getLaunchMode() == LaunchMode.TEST;
        services.produce(DevServicesResultBuildItem.owned()
                .feature("cairn-issuer")
                .description("OpenID Connect issuer for " + (tests ? "tests" : "development"))
                .serviceConfig("cairn-issuer-" + mode.getLaunchMode())
                .startable(() -> tests ? DevelopmentIssuer.forTests() : DevelopmentIssuer.forDevelopment())
                .configProvider(Map.of(AUTH_SERVER_URL, DevelopmentIssuer::issuer))
                .build());
    }
}
