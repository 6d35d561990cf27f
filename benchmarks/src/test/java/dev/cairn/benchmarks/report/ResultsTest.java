package dev.cairn.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ResultsTest {
    private static final Strain STRAIN = new Strain(100, 120, 500, 500, 0, 0, 0, "", 900, 0.5);

    @TempDir
    Path directory;

    private Results results;

    @BeforeEach
    void open() {
        results = new Results(directory.resolve("results"));
    }

    private static Measured measured(String key, double ratio, double p99) {
        return new Measured(
                key,
                "POST <" + key + ">",
                new Spread(ratio, ratio - 0.01, ratio + 0.02),
                new Spread(4_000, 3_900, 4_100),
                new Spread(10_000, 9_900, 10_100),
                1,
                p99,
                9,
                0.5,
                1_234,
                0,
                "",
                new Measured.Cpu(100, 50, 7, 40, 9),
                222,
                List.of(new Round(10_000, 4_000, 2.5)));
    }

    private static Result of(String at, int size, double p99, List<String> keys, @Nullable Strain strain) {
        return new Result(
                at,
                "abc1234",
                size,
                "JVM",
                Map.of("processor", "X", "cores", "2", "memory", "23 GB", "postgresql", "18.6", "java", "VM 17"),
                Map.of("rounds", "5"),
                keys.stream().map(key -> measured(key, 0.4, p99)).toList(),
                List.of(),
                null,
                strain);
    }

    private static List<String> every() {
        return Goal.all().stream().map(Goal::key).toList();
    }

    @Test
    void what_is_written_is_read_again() throws IOException {
        var result = of("2026-11-21T20:00:00Z", 1, 5, every(), STRAIN);

        assertThat(Result.read(results.keep(result))).isEqualTo(result);
    }

    @Test
    void the_latest_whole_one_of_each_size_is_shown_with_what_others_found_beside_it() throws IOException {
        results.keep(of("2026-11-21T20:00:00Z", 1, 5, every(), null));
        results.keep(of("2026-11-21T21:00:00Z", 1, 6, every(), null));
        results.keep(of("2026-11-21T22:00:00Z", 1, 7, List.of("a"), STRAIN));
        results.keep(of("2026-11-21T19:00:00Z", 100, 8, every(), null));

        assertThat(results.latest())
                .extracting(Result::at)
                .containsExactly("2026-11-21T21:00:00Z", "2026-11-21T19:00:00Z");
        assertThat(results.latest()).extracting(Result::strain).containsOnly(STRAIN);
    }

    @Test
    void a_part_is_not_shown_as_the_whole() throws IOException {
        results.keep(of("2026-11-21T22:00:00Z", 1, 7, List.of("a", "b"), null));

        assertThatThrownBy(results::latest).hasMessageContaining("every operation");
    }

    @Test
    void growth_is_how_many_times_as_long_an_answer_takes() throws IOException {
        results.keep(of("2026-11-21T20:00:00Z", 1, 4, List.of("a"), null));
        assertThat(results.growth()).isEmpty();

        results.keep(of("2026-11-21T21:00:00Z", 100, 5, List.of("a", "b"), null));

        assertThat(results.growth().orElseThrow())
                .contains("| p99 | 100 customers | 10,000 customers | times |")
                .contains("| POST <a> | 4.00 ms | 5.00 ms | 1.25 |")
                .doesNotContain("<b>");
    }

    @Test
    void figures_take_the_place_of_the_figures_before_and_of_nothing_else() throws IOException {
        var docs = Files.createDirectories(directory.resolve("docs"));
        var page = docs.resolve("performance.md");
        Files.writeString(
                page,
                "# Before\n<!-- figures: written by ./benchmark --publish -->\noutdated\n<!-- end of figures -->\n# Behind\n");
        results.keep(of("2026-11-21T20:00:00Z", 1, 4, every(), STRAIN));

        Page.publish(docs, results.latest());
        Page.publish(docs, results.latest());

        assertThat(Files.readString(page))
                .startsWith("# Before\n<!-- figures")
                .endsWith("<!-- end of figures -->\n# Behind\n")
                .doesNotContain("outdated")
                .containsOnlyOnce("| a | POST <a> | 4,000 | 10,000 | **0.40** | 0.39–0.42 | 0.40 | 0.10 |");
        assertThat(docs.resolve("performance.json")).isNotEmptyFile();
    }

    @Test
    void a_page_without_a_place_for_figures_is_left_alone() {
        assertThatThrownBy(() -> Page.with("# Nothing here", "figures")).hasMessageContaining("no place");
    }

    @Test
    void the_picture_is_well_formed_and_names_every_operation() throws Exception {
        var svg = Picture.of(of("2026-11-21T20:00:00Z", 1, 4, every(), null));

        var parsed =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(parsed.getDocumentElement().getTextContent()).contains("POST <a>", "POST <h>", "0.40");
    }

    @Test
    void nothing_lost_and_every_refusal_with_its_time_is_sound() {
        assertThat(STRAIN.isSound()).isTrue();
        assertThat(new Strain(100, 120, 500, 499, 0, 0, 0, "", 900, 0.5).isSound())
                .isFalse();
        assertThat(new Strain(100, 120, 500, 500, 9, 8, 0, "", 900, 0.5).isSound())
                .isFalse();
        assertThat(new Strain(100, 120, 500, 500, 9, 9, 1, "500", 900, 0.5).isSound())
                .isFalse();
    }
}
