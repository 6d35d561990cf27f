package dev.cairn.bootstrap.support;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Counts what reached the database, in the words of the server's own log: BEGIN and COMMIT are statements too. The SET of
 * the connection that writes the end mark is not the service's.
 */
public final class Statements {
    private static final Pattern STATEMENT = Pattern.compile("(?s)(?:statement|execute [^:]*): (.*)");

    private final Path log;

    /** Reads the log of this run's database. */
    public Statements() {
        log = ConfigProvider.getConfig().getValue("cairn.test.statement-log", Path.class);
    }

    /** The statements that a piece of work sent, in order. Nothing else may talk to the database meanwhile. */
    public List<String> during(Runnable work) {
        var before = size();
        work.run();
        var marker = "cairn-marker-" + UUID.randomUUID();
        Markers.write(marker);
        return Awaitility.await()
                .until(() -> since(before), all -> all.stream().anyMatch(s -> s.contains(marker)))
                .stream()
                .takeWhile(statement -> !statement.contains(marker))
                .filter(statement -> !statement.startsWith("SET "))
                .toList();
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> since(long offset) {
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(offset);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Statements::statement)
                    .filter(text -> !text.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String statement(String line) {
        try {
            var entry = new JsonObject(line);
            var message = STATEMENT.matcher(String.valueOf(entry.getString("message")));
            return "LOG".equals(entry.getString("error_severity")) && message.matches() ? message.group(1) : "";
        } catch (RuntimeException halfWritten) {
            return "";
        }
    }
}
