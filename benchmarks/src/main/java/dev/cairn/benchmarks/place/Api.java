package dev.cairn.benchmarks.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.devservices.DemoIdentities;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service as a careful client uses it, for what is prepared and not measured. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String issuer;
    private final String base;

    /** The service on a port of this machine, with tokens of an issuer. */
    public Api(String issuer, int port) {
        this.issuer = issuer;
        this.base = "http://127.0.0.1:" + port;
    }

    /** A fresh token of the administrator of the organisation that is measured; good for an hour. */
    public String token() throws IOException {
        var form = "grant_type=client_credentials&client_id=admin%40" + DemoIdentities.NORTHWIND + "&client_secret="
                + DemoIdentities.SECRET;
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return send(request).path("access_token").asText();
    }

    /** Reads. */
    public JsonNode get(String path) throws IOException {
        return call("GET", path, null);
    }

    /** Brings something in. */
    public JsonNode post(String path, String body) throws IOException {
        return call("POST", path, body);
    }

    /** Changes a part. */
    public JsonNode patch(String path, String body) throws IOException {
        return call("PATCH", path, body);
    }

    private JsonNode call(String method, String path, @Nullable String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token())
                .header("Accept", JSON_TYPE)
                .method(
                        method,
                        Optional.ofNullable(body).map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        if (body != null) {
            request.header("Content-Type", JSON_TYPE);
        }
        return send(request.build());
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(
                        request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
