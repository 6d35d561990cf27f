package dev.cairn.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page of the documentation that shows the figures: between its markers they are written, everything else is people's. */
public final class Page {
    private static final String BEGIN = "<!-- figures: written by ./benchmark --publish -->";
    private static final String END = "<!-- end of figures -->";

    private static final String PICTURE =
            "![How much of what PostgreSQL alone can do reaches the client](performance.svg)";

    private Page() {}

    /** Writes figures and picture of results, one for each size, into the directory of the documentation. */
    public static void publish(Path docs, List<Result> results) throws IOException {
        var page = docs.resolve("performance.md");
        Files.writeString(page, with(Files.readString(page), PICTURE + "\n\n" + tables(results)));
        Files.writeString(docs.resolve("performance.svg"), Picture.of(results.get(0)));
        Result.write(docs.resolve("performance.json"), results);
    }

    /** The page with other figures. */
    static String with(String page, String figures) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("the page has no place for figures: " + BEGIN + " … " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n\n" + figures + "\n" + page.substring(end);
    }

    private static String tables(List<Result> results) {
        var parts = new ArrayList<String>();
        results.forEach(it -> parts.add(table(it)));
        if (results.size() > 1) {
            parts.add(growth(results.get(0), results.get(1)));
        }
        var first = results.get(0);
        if (!first.footprints().isEmpty()) {
            parts.add(footprints(first.footprints()));
        }
        Optional.ofNullable(first.strain()).map(Page::strain).ifPresent(parts::add);
        Optional.ofNullable(first.endurance()).map(Page::endurance).ifPresent(parts::add);
        return String.join("\n", parts);
    }

    private static String footprints(List<Footprint> footprints) {
        var text = new StringBuilder("""
                | start | ready after | range | on a core | first answer | memory when ready | after 10,000 requests | idle |
                |---|---|---|---|---|---|---|---|
                """);
        for (var it : footprints) {
            text.append("| %s | %.3f s | %.3f–%.3f s | %.2f s | %.0f ms | %.0f MB | %.0f MB | %.2f %% of a core |%n"
                    .formatted(
                            it.form(),
                            it.readySeconds().median(),
                            it.readySeconds().least(),
                            it.readySeconds().greatest(),
                            it.cpuSeconds().median(),
                            it.firstAnswerMillis().median(),
                            it.residentAtReady().median(),
                            it.residentAfter().median(),
                            it.idleCores().median() * 100));
        }
        return text.toString();
    }

    private static String strain(Strain it) {
        return "**Too much:** asked for twice the %,.0f new customers a second that it sustains, over 256 connections, it took %,.0f a second; %,d refused, %,d of these with `Retry-After`; %,d other failures; %,d told to be created and %,d there; answers came as before after %.1f s.%n"
                .formatted(
                        it.sustainable(),
                        it.taken(),
                        it.refused(),
                        it.withRetryAfter(),
                        it.errors(),
                        it.told(),
                        it.kept(),
                        it.recoverySeconds());
    }

    private static String endurance(Endurance it) {
        var samples = it.samples();
        var last = samples.get(samples.size() - 1);
        return "**A long run:** %.0f minutes of all operations in turns, %,d answers, %,d failures; at the end %d MB in memory, %d connections to the database; %s.%n"
                .formatted(
                        last.minute(),
                        it.answered(),
                        it.errors(),
                        last.residentMegabytes(),
                        last.connections(),
                        it.isFlat() ? "neither grew after the first quarter" : "it grew");
    }

    private static String table(Result result) {
        var text = new StringBuilder();
        text.append(
                "**%,d customers, %,d tasks.** %s, %s cores, %s; PostgreSQL %s; %s; service: %s; revision %s, %s.%n%n"
                        .formatted(
                                result.size() * 100,
                                result.size() * 5_000,
                                result.machine().get("processor"),
                                result.machine().get("cores"),
                                result.machine().get("memory"),
                                result.machine().get("postgresql"),
                                result.machine().get("java"),
                                result.form(),
                                result.revision(),
                                result.at().substring(0, 10)));
        text.append(
                "| | operation | service/s | pgbench/s | **ratio** | range | goal | the usual ways | p50 | p99 | p99.9 | CPU: service, PostgreSQL, generator | memory |\n");
        text.append("|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (var it : result.operations()) {
            text.append(
                    "| %s | %s | %,.0f | %,.0f | **%.2f** | %.2f–%.2f | %s | %s | %.1f ms | %.1f ms | %.1f ms | %,.0f, %,.0f, %,.0f µs | %d MB |%n"
                            .formatted(
                                    it.key(),
                                    it.title(),
                                    it.serviceRate().median(),
                                    it.pgBenchRate().median(),
                                    it.ratio().median(),
                                    it.ratio().least(),
                                    it.ratio().greatest(),
                                    Goal.of(it.key())
                                            .map(goal -> "%.2f".formatted(goal.ratio()))
                                            .orElse("–"),
                                    Goal.of(it.key())
                                            .map(goal -> "%.2f".formatted(goal.bestOfOthers()))
                                            .orElse("–"),
                                    it.p50(),
                                    it.p99(),
                                    it.p999(),
                                    it.cpu().service(),
                                    it.cpu().database(),
                                    it.cpu().generator(),
                                    it.residentMegabytes()));
        }
        return text.toString();
    }

    /** What a hundred times the data does to the time of an answer. */
    public static String growth(Result small, Result large) {
        var text = new StringBuilder();
        text.append("| p99 | %,d customers | %,d customers | times |%n|---|---|---|---|%n"
                .formatted(small.size() * 100, large.size() * 100));
        for (var it : small.operations()) {
            large.operation(it.key())
                    .ifPresent(grown -> text.append("| %s | %.2f ms | %.2f ms | %.2f |%n"
                            .formatted(it.title(), it.p99(), grown.p99(), it.p99() == 0 ? 0 : grown.p99() / it.p99())));
        }
        return text.toString();
    }
}
