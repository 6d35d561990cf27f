package dev.cairn.devservices.deployment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.deployment.builditem.Startable;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jose4j.json.JsonUtil;
import org.jspecify.annotations.Nullable;

/**
 * A small OpenID Connect provider on Keycloak's own paths: discovery, keys and the client-credentials grant. The service
 * verifies its tokens on the very path it takes in production, and a script written against it runs against Keycloak.
 */
public final class DevelopmentIssuer implements Startable {
    static final int DEVELOPMENT_PORT = 8181;
    private static final String REALM = "/realms/cairn";
    private static final String DISCOVERY_PATH = REALM + "/.well-known/openid-configuration";
    private static final String TOKEN_PATH = REALM + "/protocol/openid-connect/token";
    private static final String KEYS_PATH = REALM + "/protocol/openid-connect/certs";
    private static final int FORM_LIMIT = 64 * 1024;

    private final int fixedPort;
    private final boolean tests;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService workers;

    private DevelopmentIssuer(int fixedPort, boolean tests) {
        this.fixedPort = fixedPort;
        this.tests = tests;
    }

    static DevelopmentIssuer forDevelopment() {
        return onPort(DEVELOPMENT_PORT);
    }

    /** Knows the demo's identities only. 0 is any free port. */
    public static DevelopmentIssuer onPort(int port) {
        return new DevelopmentIssuer(port, false);
    }

    /**
     * On a free port; knows every organisation, makes wrong tokens on request and takes a new key when something is posted to
     * the path of its keys. It goes by the address it is asked under, as Keycloak does, so that a test can stand between it and
     * the service.
     */
    static DevelopmentIssuer forTests() {
        return new DevelopmentIssuer(0, true);
    }

    @Override
    public void start() {
        HttpServer created;
        try {
            created = HttpServer.create(Ports.on(fixedPort), 0);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + fixedPort
                            + " is taken by another program, and the development issuer needs it: stop that program, or name a"
                            + " provider of your own with quarkus.oidc.auth-server-url.",
                    e);
        }
        server = created;
        var threads = Executors.newFixedThreadPool(2, task -> {
            var thread = new Thread(task, "cairn-issuer");
            thread.setDaemon(true);
            return thread;
        });
        workers = threads;
        created.setExecutor(threads);
        var tokens = new DemoTokens(issuer(), tests);
        route(created, DISCOVERY_PATH, exchange -> answer(exchange, 200, discovery(issuer(exchange))));
        route(created, KEYS_PATH, exchange -> {
            if (tests && "POST".equals(exchange.getRequestMethod())) {
                tokens.rotate();
            }
            answer(exchange, 200, tokens.keys());
        });
        route(created, TOKEN_PATH, exchange -> token(exchange, tokens));
        created.start();
    }

    /** The server matches by prefix; what is below a path is not there. */
    private static void route(HttpServer server, String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            if (path.equals(exchange.getRequestURI().getPath())) {
                handler.handle(exchange);
            } else {
                answer(exchange, 404, error("not_found", "There is nothing here."));
            }
        });
    }

    private static Map<String, Object> discovery(String issuer) {
        var base = issuer.substring(0, issuer.length() - REALM.length());
        var document = new LinkedHashMap<String, Object>();
        document.put("issuer", issuer);
        document.put("authorization_endpoint", base + REALM + "/protocol/openid-connect/auth");
        document.put("token_endpoint", base + TOKEN_PATH);
        document.put("jwks_uri", base + KEYS_PATH);
        document.put("grant_types_supported", List.of("client_credentials"));
        document.put("response_types_supported", List.of("code"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
        return document;
    }

    private void token(HttpExchange exchange, DemoTokens tokens) throws IOException {
        if (!"POST".equals(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "POST");
            answer(exchange, 405, error("invalid_request", "Ask for a token with POST and a form."));
            return;
        }
        try {
            var form = form(exchange);
            if (tests) {
                form.putIfAbsent("iss", issuer(exchange));
            }
            if (!form.containsKey("grant_type")) {
                answer(exchange, 400, error("invalid_request", "Missing form parameter: grant_type"));
            } else if (!"client_credentials".equals(form.get("grant_type"))) {
                answer(exchange, 400, error("unsupported_grant_type", "Only client_credentials is supported."));
            } else {
                answer(exchange, 200, tokens.answer(form));
            }
        } catch (DemoTokens.UnknownClient unknown) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"cairn\"");
            answer(exchange, 401, error("invalid_client", "Invalid client or Invalid client credentials"));
        } catch (IllegalArgumentException odd) {
            answer(exchange, 400, error("invalid_request", String.valueOf(odd.getMessage())));
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(FORM_LIMIT);
        var form = new LinkedHashMap<String, String>();
        for (var pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                form.put(decode(pair.substring(0, at)), decode(pair.substring(at + 1)));
            }
        }
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null && authorization.startsWith("Basic ")) {
            var plain = new String(
                    Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
            var at = plain.indexOf(':');
            if (at > 0) {
                form.putIfAbsent("client_id", decode(plain.substring(0, at)));
                form.putIfAbsent("client_secret", decode(plain.substring(at + 1)));
            }
        }
        return form;
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> error(String code, String description) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("error", code);
        answer.put("error_description", description);
        return answer;
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> document) throws IOException {
        try (exchange) {
            var body = JsonUtil.toJson(document).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String issuer(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        return tests && host != null ? "http://" + host + REALM : issuer();
    }

    /** The address that its tokens name. */
    public String issuer() {
        return "http://" + getConnectionInfo() + REALM;
    }

    @Override
    public String getConnectionInfo() {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("The development issuer has not been started.");
        }
        return "127.0.0.1:" + running.getAddress().getPort();
    }

    @Override
    public @Nullable String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (workers != null) {
            workers.shutdownNow();
            workers = null;
        }
    }
}
