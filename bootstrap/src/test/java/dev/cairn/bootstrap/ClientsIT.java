package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cairn.bootstrap.support.Tools;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that are generated from the committed descriptions, at work with the packaged service. */
@QuarkusIntegrationTest
class ClientsIT {
    private static final Path CLIENTS = Path.of("target", "clients").toAbsolutePath();

    /** How clients/run says that what a generated client stands on cannot be had. */
    private static final int UNRESOLVED = 77;

    DevServicesContext services;

    @ParameterizedTest
    @CsvSource({
        "java, openapi.yaml, javac",
        "java, openapi-3.0.yaml, javac",
        "typescript, openapi.yaml, node",
        "typescript, openapi-3.0.yaml, node",
        "python, openapi.yaml, python3",
        "python, openapi-3.0.yaml, python3"
    })
    void a_generated_client_compiles_and_does_the_main_job(String language, String description, String program)
            throws Exception {
        Tools.need(program);

        var job = Tools.run(
                List.of(
                        "bash",
                        Path.of("..", "clients", "run").toString(),
                        language,
                        Path.of("..", "docs", description).toString(),
                        CLIENTS.resolve(language + "-" + description).toString()),
                Map.of(
                        "CAIRN", "http://127.0.0.1:" + RestAssured.port,
                        "TOKEN", token(),
                        "GENERATOR",
                                CLIENTS.resolve("generator")
                                        .resolve("openapi-generator-cli.jar")
                                        .toString(),
                        "LIBRARIES", CLIENTS.resolve("libraries").toString()));

        assumeThat(job.exit())
                .as("packages of the language do not resolve here")
                .isNotEqualTo(UNRESOLVED);
        assertThat(job.exit()).as(job.told()).isZero();
        assertThat(job.told()).contains("the conflict has its code").endsWith("main job done\n");
    }

    private String token() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "admin@northwind")
                .formParam("client_secret", "demo")
                .post(services.devServicesProperties().get("quarkus.oidc.auth-server-url")
                        + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
