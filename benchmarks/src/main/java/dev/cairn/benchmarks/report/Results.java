package dev.cairn.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The results of earlier runs, in a directory. */
public final class Results {
    private static final int SMALL = 1;
    private static final int LARGE = 100;

    private final Path directory;

    /** Those of a directory, which need not be there yet. */
    public Results(Path directory) {
        this.directory = directory;
    }

    /** Writes one; where. */
    public Path keep(Result result) throws IOException {
        var file = directory.resolve(result.at().replace(":", "") + "-size-" + result.size() + ".json");
        result.write(file);
        return file;
    }

    /** All of them, the latest first. */
    private List<Result> all() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        var found = new ArrayList<Result>();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
                found.add(Result.read(file));
            }
        }
        found.sort(Comparator.comparing(Result::at).reversed());
        return found;
    }

    /**
     * The latest of each size that measured every operation, the smaller first; with what other runs found out beside it.
     *
     * @throws IOException when there is none
     */
    public List<Result> latest() throws IOException {
        var all = all();
        var whole = new ArrayList<Result>();
        for (var size : List.of(SMALL, LARGE)) {
            all.stream()
                    .filter(it -> it.size() == size && isWhole(it))
                    .findFirst()
                    .map(it -> it.with(
                            last(all, Result::footprints, found -> !found.isEmpty())
                                    .orElse(List.of()),
                            last(all, Result::endurance, found -> true).orElse(null),
                            last(all, Result::strain, found -> true).orElse(null)))
                    .ifPresent(whole::add);
        }
        if (whole.isEmpty()) {
            throw new IOException("there is no result with every operation yet");
        }
        return whole;
    }

    private static <T> Optional<T> last(List<Result> all, Function<Result, ? extends T> part, Predicate<T> wanted) {
        for (var result : all) {
            T found = part.apply(result);
            if (found != null && wanted.test(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(Result result) {
        return Goal.all().stream().allMatch(goal -> result.operation(goal.key()).isPresent());
    }

    /** What the data's growth does to the time of an answer, when both sizes were measured. */
    public Optional<String> growth() throws IOException {
        var all = all();
        var small = all.stream()
                .filter(it -> it.size() == SMALL && !it.operations().isEmpty())
                .findFirst();
        var large = all.stream()
                .filter(it -> it.size() == LARGE && !it.operations().isEmpty())
                .findFirst();
        return small.flatMap(one -> large.map(other -> Page.growth(one, other)));
    }
}
