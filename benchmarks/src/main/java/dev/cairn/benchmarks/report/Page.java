package dev.cairn.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The page of the documentation that shows the figures: between its markers they are written, everything else is people's. */
public final class Page {
    private static final String BEGIN = "<!-- figures: written by ./benchmark --publish -->";
    private static final String END = "<!-- end of figures -->";

    private Page() {}

    /** Writes figures and picture of results, one for each size, into the directory of the documentation. */
    public static void publish(Path docs, List<Result> results) throws IOException {
        var page = docs.resolve("performance.md");
        Files.writeString(page, with(Files.readString(page), tables(results)));
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
        var tables = results.stream().map(Page::table).collect(Collectors.joining("\n"));
        return results.size() < 2 ? tables : tables + "\n" + growth(results.get(0), results.get(1));
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
