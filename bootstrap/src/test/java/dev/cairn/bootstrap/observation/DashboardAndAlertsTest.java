package dev.cairn.bootstrap.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Scrape;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dashboard and the rules that come with the service ask for what the service measures. */
@QuarkusTest
class DashboardAndAlertsTest {
    private static final Path FOLDER = Path.of("..", "deploy", "observability");
    private static final Path PAGE = Path.of("..", "docs", "observability.md");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring) \\([^)]*\\)");
    private static final Pattern MEASURE = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b|\\bup\\b");
    private static final Pattern LABEL = Pattern.compile("(\\w+)(?:=~|!~|!=|=)\"");
    private static final Set<String> FUNCTIONS = Set.of("histogram_quantile", "label_values");
    /** Prometheus' own: whether a target could be scraped, and the names that it gives to targets. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "job", "instance");

    @Inject
    Lookout lookout;

    private Scrape scrape;

    @BeforeEach
    void everything_has_been_measured_once() {
        var org = Organisation.fresh();
        Adopted.ofTasks(org, 1, "1");
        org.as("css").get("/api/v1/products");
        lookout.look().await().indefinitely();
        scrape = Scrape.afterACollection();
    }

    @Test
    void every_panel_has_a_title_and_a_question_that_can_be_answered() throws IOException {
        var dashboard = new ObjectMapper()
                .readTree(FOLDER.resolve("grafana-dashboard.json").toFile());
        assertThat(dashboard.path("title").asText()).isEqualTo("Cairn");
        assertThat(dashboard.path("uid").asText()).isNotBlank();
        var panels = all(dashboard.path("panels"));
        assertThat(panels).hasSizeGreaterThan(15);
        assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
        for (var panel : panels) {
            assertThat(panel.path("title").asText()).isNotBlank();
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("targets")).isNotEmpty();
                panel.path("targets")
                        .forEach(target -> canBeAnswered(target.path("expr").asText()));
            }
        }
        dashboard.path("templating").path("list").forEach(variable -> {
            if (variable.path("type").asText().equals("query")) {
                canBeAnswered(variable.path("definition").asText().replaceAll(",.*\\)", ")"));
            }
        });
    }

    @Test
    void every_rule_can_be_evaluated_and_says_what_to_do() throws IOException {
        var rules = new ObjectMapper(new YAMLFactory())
                .readTree(FOLDER.resolve("alerts.yaml").toFile())
                .path("groups")
                .path(0)
                .path("rules");
        assertThat(rules).hasSizeGreaterThan(10);
        var page = Files.readString(PAGE);
        for (var rule : rules) {
            var name = rule.path("alert").asText();
            canBeAnswered(rule.path("expr").asText());
            assertThat(rule.path("for").asText()).as(name).matches("\\d+m");
            assertThat(rule.path("labels").path("severity").asText()).as(name).isIn("page", "ticket");
            assertThat(rule.path("annotations").path("summary").asText())
                    .as(name)
                    .endsWith(".");
            var runbook = rule.path("annotations").path("runbook").asText();
            assertThat(runbook).startsWith("docs/observability.md#");
            assertThat(page.toLowerCase(Locale.ROOT))
                    .contains("\n### " + runbook.substring(runbook.indexOf('#') + 1) + "\n");
        }
        assertThat(page.lines().filter(line -> line.startsWith("### ")).map(line -> line.substring(4)))
                .as("and no page is of an alert that is gone")
                .isSubsetOf(all(rules).stream()
                        .map(rule -> rule.path("alert").asText())
                        .toList());
    }

    @Test
    void every_measure_of_our_own_has_a_row_on_the_page() throws IOException {
        var page = Files.readString(PAGE);
        assertThat(scrape.names().stream()
                        .filter(name -> name.startsWith("cairn_"))
                        .map(name -> name.replaceFirst("_(count|sum|max|bucket)$", "")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    private static List<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    /** What the question names is there: measures by their whole name, labels on any of them. */
    private void canBeAnswered(String question) {
        var bare = GROUPING.matcher(LABELS.matcher(question).replaceAll("")).replaceAll("");
        var measures = MEASURE.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !FUNCTIONS.contains(name) && !OF_PROMETHEUS.contains(name))
                .collect(Collectors.toSet());
        assertThat(measures.isEmpty()).as(question).isEqualTo(bare.startsWith("up"));
        assertThat(scrape.names()).as(question).containsAll(measures);
        var labels = LABEL.matcher(question)
                .results()
                .map(label -> label.group(1))
                .filter(label -> !OF_PROMETHEUS.contains(label))
                .collect(Collectors.toSet());
        var known = scrape.samples().stream()
                .filter(sample -> measures.contains(sample.name()))
                .flatMap(sample -> sample.labels().keySet().stream())
                .collect(Collectors.toSet());
        assertThat(known).as(question).containsAll(labels);
    }
}
