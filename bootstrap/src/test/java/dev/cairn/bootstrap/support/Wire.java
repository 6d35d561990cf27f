package dev.cairn.bootstrap.support;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sends what no client library would: the request stands on the wire as it was written. */
public final class Wire {
    private static final int PATIENCE_MILLIS = 30_000;

    private Wire() {}

    /** What came back. */
    public record Answer(int status, String head, String body) {
        /** The body, read as JSON; empty when it is none. */
        public JsonObject json() {
            return body.startsWith("{") ? new JsonObject(body) : new JsonObject();
        }

        /** A header by its name, whatever its case. */
        public Optional<String> header(String name) {
            return head.lines()
                    .skip(1)
                    .map(line -> line.split(":", 2))
                    .filter(parts -> parts[0].equalsIgnoreCase(name))
                    .map(parts -> parts[1].trim())
                    .findFirst();
        }
    }

    /** Sends a request of HTTP/1.0, whose answer ends with the connection. */
    public static Answer send(String method, String target, Map<String, String> headers, byte[] body) {
        var all = new LinkedHashMap<>(headers);
        all.putIfAbsent("Host", "127.0.0.1:" + RestAssured.port);
        if (body.length > 0) {
            all.putIfAbsent("Content-Length", String.valueOf(body.length));
        }
        var head = new StringBuilder(method + " " + target + " HTTP/1.0\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var out = new ByteArrayOutputStream();
            out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.writeBytes(body);
            socket.getOutputStream().write(out.toByteArray());
            return parsed(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer parsed(String answer) {
        var end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no answer: " + answer);
        }
        return new Answer(
                Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end + 4));
    }
}
