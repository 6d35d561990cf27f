package dev.cairn.bootstrap.support;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The measures as Prometheus gets them, at one moment. */
public record Scrape(List<Sample> samples) {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One line of it. */
    public record Sample(String name, Map<String, String> labels, double value) {}

    /** Asks for them, without a token as Prometheus does. */
    public static Scrape now() {
        var text = given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new Scrape(text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(Scrape::sample)
                .toList());
    }

    /** The same once garbage has been collected: that is measured from the first time on. */
    public static Scrape afterACollection() {
        System.gc();
        return Awaitility.await().until(Scrape::now, scrape -> scrape.names().contains("jvm_gc_pause_seconds_count"));
    }

    private static Sample sample(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new AssertionError("no line of measures: " + line);
        }
        var labels = new HashMap<String, String>();
        if (parts.group(2) != null) {
            LABEL.matcher(parts.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        var number = parts.group(3).replace("+Inf", "Infinity");
        return new Sample(parts.group(1), labels, Double.parseDouble(number));
    }

    /** The names of all that is measured. */
    public Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toSet());
    }

    /** The values of all labels. */
    public Set<String> words() {
        return samples.stream()
                .flatMap(sample -> sample.labels().values().stream())
                .collect(Collectors.toSet());
    }

    /** The sum over all lines of that name that have these labels: name and value in turn. */
    public double sum(String name, String... labels) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name) && has(sample, labels))
                .mapToDouble(Sample::value)
                .sum();
    }

    private static boolean has(Sample sample, String... labels) {
        for (int i = 0; i < labels.length; i += 2) {
            if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
                return false;
            }
        }
        return true;
    }
}
