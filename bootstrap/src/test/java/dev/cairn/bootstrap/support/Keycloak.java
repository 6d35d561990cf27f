package dev.cairn.bootstrap.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real Keycloak with our realm, started by the very script that people start it with. */
public final class Keycloak implements AutoCloseable {
    /** The first start fetches Keycloak and builds it. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final Duration STOP = Duration.ofMinutes(1);
    private static final String KEY_PROVIDER = "org.keycloak.keys.KeyProvider";

    private final Process script;
    private final String url;
    private final String password;

    private Keycloak(Process script, String url, String password) {
        this.script = script;
        this.url = url;
        this.password = password;
    }

    /** Starts it on any free port and waits until it is ready. */
    public static Keycloak start() throws IOException {
        var password = UUID.randomUUID().toString();
        int port = anyFreePort();
        var output = Files.createTempFile(Path.of("target"), "keycloak-", ".log");
        var builder = new ProcessBuilder(
                        "bash", Path.of("..", "docs", "keycloak", "run.sh").toString(), String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("KEYCLOAK_ADMIN_PASSWORD", password);
        var started = new Keycloak(builder.start(), "http://127.0.0.1:" + port, password);
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .failFast(() -> {
                        assertThat(started.script.isAlive()).as(read(output)).isTrue();
                    })
                    .until(() -> read(output).contains("Keycloak is ready"));
            return started;
        } catch (RuntimeException | AssertionError e) {
            started.close();
            throw e;
        }
    }

    private static int anyFreePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer of our tokens. */
    public String realm() {
        return url + "/realms/cairn";
    }

    /** A token of a machine: the client-credentials grant. */
    public String machine(String client) {
        return token("cairn", Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", "demo"));
    }

    /** A token of a person: the password grant, on a client without a secret. */
    public String person(String name) {
        return token(
                "cairn",
                Map.of("grant_type", "password", "client_id", "cairn-cli", "username", name, "password", "demo"));
    }

    /** A token of Keycloak's own administrator: signed by the same server, for another realm. */
    public String administrator() {
        return token(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", password));
    }

    private String token(String realm, Map<String, String> form) {
        return given().formParams(form)
                .post(url + "/realms/" + realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** What a token says. */
    public static JsonObject claims(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    /** Gives a user, or the account of a machine, an attribute; the next token carries it. */
    public void attribute(String username, String name, List<String> values) {
        var user = admin().queryParam("username", username)
                .queryParam("exact", true)
                .get("/users")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String, Object>getMap("[0]");
        var changed = new HashMap<>(user);
        var attributes = new HashMap<String, Object>((Map<String, ?>) user.get("attributes"));
        attributes.put(name, values);
        changed.put("attributes", attributes);
        admin().body(changed).put("/users/" + user.get("id")).then().statusCode(204);
    }

    /** Signs with a new key from now on; those there were are published no longer. */
    public void rotate() {
        var old = signingKeys();
        admin().body(Map.of(
                        "name",
                        "rotated-" + UUID.randomUUID(),
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        KEY_PROVIDER,
                        "config",
                        config(200, true)))
                .post("/components")
                .then()
                .statusCode(201);
        old.forEach(key -> {
            var changed = new HashMap<>(key);
            changed.put("config", config(100, false));
            admin().body(changed).put("/components/" + key.get("id")).then().statusCode(204);
        });
    }

    private List<Map<String, Object>> signingKeys() {
        return admin().queryParam("type", KEY_PROVIDER)
                .get("/components")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("findAll { it.providerId == 'rsa-generated' }");
    }

    private static Map<String, List<String>> config(int priority, boolean in) {
        return Map.of(
                "priority", List.of(String.valueOf(priority)),
                "enabled", List.of(String.valueOf(in)),
                "active", List.of(String.valueOf(in)),
                "algorithm", List.of("RS256"));
    }

    private RequestSpecification admin() {
        return given().baseUri(url)
                .basePath("/admin/realms/cairn")
                .header("Authorization", "Bearer " + administrator())
                .contentType(ContentType.JSON);
    }

    /** Stops the script, which stops Keycloak; by force what has not gone by itself. */
    @Override
    public void close() {
        var all = script.descendants().toList();
        script.destroy();
        try {
            script.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            script.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
