package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.adapters.persistence.shared.Json;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.Criterion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/telemetry.md shows of criteria is what they do: every criterion there, every value, every sentence. */
class CriteriaDocumentTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Pattern BLOCK =
            Pattern.compile("```json\\n(.*?)\\n```\\n\\n((?:\\|[^\\n]*\\n)+)", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("\\| `(.*)` \\| (met|unmet|error) \\| (.*) \\|");

    /** One row of the document: a value and what a criterion says of it. */
    private record Example(String criterion, String value, String verdict, String sentence) {}

    static List<Example> examples() throws IOException {
        var examples = new ArrayList<Example>();
        var blocks = BLOCK.matcher(Files.readString(Path.of("../docs/telemetry.md")));
        while (blocks.find()) {
            var rows = ROW.matcher(blocks.group(2));
            while (rows.find()) {
                examples.add(new Example(
                        blocks.group(1),
                        rows.group(1),
                        rows.group(2),
                        rows.group(3).replace("\\|", "|")));
            }
        }
        return examples;
    }

    /** The criteria that the document shows. */
    static List<String> criteria() throws IOException {
        return examples().stream().map(Example::criterion).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_comes_out_as_it_says(Example example) {
        var value =
                Json.object("{\"value\": " + example.value() + "}").members().get("value");
        var found = Criterion.parse(Json.object(example.criterion())).evaluate(new JsonValue(value), NOW);
        assertThat(found.verdict().name().toLowerCase(Locale.ROOT)).isEqualTo(example.verdict());
        assertThat(found.sentence()).isEqualTo(example.sentence());
    }

    @Test
    void no_row_and_no_criterion_is_passed_over() throws IOException {
        var text = Files.readString(Path.of("../docs/telemetry.md"));
        var rows = text.lines()
                .filter(line -> line.startsWith("| `")
                        && line.contains("` | ")
                        && Stream.of(" | met | ", " | unmet | ", " | error | ").anyMatch(line::contains));
        assertThat(examples()).hasSize((int) rows.count());
        var blocks = Pattern.compile("```json").matcher(text).results().count();
        assertThat(criteria()).hasSize((int) blocks);
    }
}
