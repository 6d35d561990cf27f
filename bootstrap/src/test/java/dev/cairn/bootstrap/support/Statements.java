package dev.cairn.bootstrap.support;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Counts what reached the database, in the words of the server's own log: BEGIN and COMMIT are statements too. The SET of
 * the connection that writes the end mark is not the service's.
 */
public final class Statements {
    private static final Pattern STATEMENT = Pattern.compile("(?s)(?:statement|execute [^:]*): (.*)");

    private static final Pattern ARGUMENT = Pattern.compile("\\$\\d+ = ('(?:[^']|'')*'|NULL)");

    private final Path log;

    /**
     * A statement as the server did it.
     *
     * @param text with {@code $1} and so on
     * @param arguments as literals of SQL
     */
    public record Done(String text, List<String> arguments) {}

    /** Reads the log of this run's database. */
    public Statements() {
        log = ConfigProvider.getConfig().getValue("cairn.test.statement-log", Path.class);
    }

    /** The statements that a piece of work sent, in order. Nothing else may talk to the database meanwhile. */
    public List<String> during(Runnable work) {
        return doneDuring(work).stream().map(Done::text).toList();
    }

    /** The same with their arguments. */
    public List<Done> doneDuring(Runnable work) {
        var before = size();
        // The log is written a moment after the answer: what is still under way must not count as this work's.
        var start = mark(before);
        work.run();
        var end = mark(before);
        return since(before).stream()
                .dropWhile(statement -> !statement.text().contains(start))
                .skip(1)
                .takeWhile(statement -> !statement.text().contains(end))
                .filter(statement -> !statement.text().startsWith("SET "))
                .toList();
    }

    /** The statements of several pieces of work, done one after the other, each apart. */
    public List<List<String>> ofEach(List<? extends Runnable> works) {
        var step = "cairn-step-" + UUID.randomUUID();
        var all = during(() -> works.forEach(work -> {
            work.run();
            Markers.write(step);
        }));
        var each = new ArrayList<List<String>>();
        var current = new ArrayList<String>();
        for (var statement : all) {
            if (statement.contains(step)) {
                each.add(List.copyOf(current));
                current.clear();
            } else {
                current.add(statement);
            }
        }
        return each;
    }

    /** Writes a mark into the log and waits until it stands there. */
    private String mark(long from) {
        var mark = "cairn-marker-" + UUID.randomUUID();
        Markers.write(mark);
        Awaitility.await()
                .until(() -> since(from).stream()
                        .anyMatch(statement -> statement.text().contains(mark)));
        return mark;
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Done> since(long offset) {
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(offset);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(Statements::statement)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Done> statement(String line) {
        try {
            var entry = new JsonObject(line);
            var message = STATEMENT.matcher(String.valueOf(entry.getString("message")));
            return "LOG".equals(entry.getString("error_severity")) && message.matches()
                    ? Stream.of(new Done(message.group(1), arguments(entry.getString("detail", ""))))
                    : Stream.empty();
        } catch (RuntimeException halfWritten) {
            return Stream.empty();
        }
    }

    private static List<String> arguments(String detail) {
        return ARGUMENT.matcher(detail).results().map(found -> found.group(1)).toList();
    }
}
