package dev.cairn.bootstrap.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The packaged service in a process of its own, with settings of a test's own, on any free port. */
public final class Packaged implements AutoCloseable {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    /** What the build says it made: where the service lies, and whether it is an executable or jars. */
    private static final Path ARTIFACT = Path.of("target", "quarkus-artifact.properties");

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final Path output;
    private final int port;

    private Packaged(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts the service and waits until it listens. */
    public static Packaged start(Map<String, String> settings) throws IOException {
        var output = Files.createTempFile(Path.of("target"), "packaged-", ".log");
        var builder = process(settings).redirectOutput(output.toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        var process = builder.start();
        try {
            var listening = Awaitility.await()
                    .atMost(PATIENCE)
                    .failFast(() -> {
                        assertThat(process.isAlive()).as(read(output)).isTrue();
                    })
                    .until(() -> LISTENING.matcher(read(output)), found -> found.find());
            return new Packaged(process, output, Integer.parseInt(listening.group(1)));
        } catch (RuntimeException | AssertionError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** How the service is started: with these settings and none that the build happens to have around it. */
    public static ProcessBuilder process(Map<String, String> settings, String... arguments) {
        var command = new ArrayList<>(command());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("JAVA_"));
        settings.forEach((name, value) ->
                builder.environment().put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return builder;
    }

    private static List<String> command() {
        var artifact = new Properties();
        try (var file = Files.newBufferedReader(ARTIFACT)) {
            artifact.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var service = Path.of("target", artifact.getProperty("path")).toString();
        return artifact.getProperty("type").equals("native")
                ? List.of(service)
                : List.of(JAVA.toString(), "-jar", service);
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** A request without a token. */
    public RequestSpecification request() {
        return given().baseUri(url()).accept(ContentType.JSON);
    }

    /** A request with a token. */
    public RequestSpecification as(String token) {
        return request().header("Authorization", "Bearer " + token);
    }

    /** A request with a token and a JSON body. */
    public RequestSpecification as(String token, Object body) {
        return as(token).contentType(ContentType.JSON).body(body);
    }

    /** What it has said so far. */
    public String output() {
        return read(output);
    }

    /** Ends it without a word, as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
