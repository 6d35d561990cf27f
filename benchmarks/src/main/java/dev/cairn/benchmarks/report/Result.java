package dev.cairn.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of the program.
 *
 * @param at when it began
 * @param revision which state of the source it was
 * @param size how many times a hundred customers
 * @param form how the service was run
 * @param machine what it ran on, by name
 * @param settings how it was measured, by name
 * @param operations what was measured
 * @param footprints what it takes to start and to be there
 * @param endurance how it was over a long time, if that was asked for
 * @param strain how it was under too much, if that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Result(
        String at,
        String revision,
        int size,
        String form,
        Map<String, String> machine,
        Map<String, String> settings,
        List<Measured> operations,
        List<Footprint> footprints,
        @Nullable Endurance endurance,
        @Nullable Strain strain) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Writes it. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, JSON.writeValueAsBytes(this));
    }

    /** Writes several. */
    static void write(Path file, List<Result> results) throws IOException {
        Files.write(file, JSON.writeValueAsBytes(results));
    }

    /** Reads one that was written. */
    public static Result read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Result.class);
    }

    /** The same with what other runs found out. */
    Result with(List<Footprint> others, @Nullable Endurance otherEndurance, @Nullable Strain otherStrain) {
        return new Result(at, revision, size, form, machine, settings, operations, others, otherEndurance, otherStrain);
    }

    /** The operation of a letter. */
    public Optional<Measured> operation(String key) {
        return operations.stream().filter(it -> it.key().equals(key)).findFirst();
    }
}
