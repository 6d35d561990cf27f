package dev.cairn.bootstrap.support;

import io.restassured.path.json.JsonPath;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an organisation offers: products, brought in as documents. */
public final class Catalogue {
    /** Six tasks over all levels, two outcomes and two releases; they weigh 70 together. */
    public static final String SECURE_EDGE = """
            { "name": "Secure Edge",
              "outcomes": [{"key": "trust", "name": "Zero-trust access"}, {"key": "sight", "name": "See all traffic"}],
              "releases": [{"key": "r1", "name": "2026.1", "level": 1.5}, {"key": "r2", "name": "2026.2", "level": 2.0}],
              "tags": [{"key": "net", "name": "Network", "color": "#1f6feb"}],
              "tasks": [
                {"key": "connect", "name": "Connect", "weight": 10, "licenseLevel": "ESSENTIAL", "description": "Sign-in first",
                 "estMinutes": 90, "priority": "HIGH", "howToDoc": ["https://docs.example.org/idp"], "notes": "Ask first",
                 "telemetry": [
                   {"key": "users", "name": "Provisioned users", "dataType": "NUMBER", "isRequired": true, "order": 1,
                    "successCriteria": {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 100}},
                   {"key": "sso", "name": "Single sign-on", "dataType": "BOOLEAN", "isRequired": false, "order": 2,
                    "successCriteria": {"type": "boolean_flag", "expectedValue": true}}]},
                {"key": "trust", "name": "Trust", "weight": 20, "licenseLevel": "ESSENTIAL", "outcomes": ["trust"], "releases": ["r1"], "tags": ["net"]},
                {"key": "see", "name": "See", "weight": 15, "licenseLevel": "ESSENTIAL", "outcomes": ["sight"]},
                {"key": "both", "name": "Both", "weight": 12.5, "licenseLevel": "ADVANTAGE", "outcomes": ["trust", "sight"], "releases": ["r2"], "tags": ["net"]},
                {"key": "logs", "name": "Logs", "weight": 7.5, "licenseLevel": "ADVANTAGE"},
                {"key": "prevent", "name": "Prevent", "weight": 5, "licenseLevel": "SIGNATURE", "releases": ["r2"]}]}""";

    private Catalogue() {}

    /** Brings a document in as a new product; the answer. */
    public static JsonPath product(Organisation org, String document) {
        return org.as("admin", document)
                .post("/api/v1/products")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** Brings a document into a product that is there: an edit of the catalogue. */
    public static void edit(Organisation org, String product, String document) {
        org.as("admin", document)
                .put("/api/v1/products/" + product + "/import")
                .then()
                .statusCode(200);
    }

    /** A document of so many tasks of one weight, which everybody is entitled to. */
    public static String ofTasks(String name, int count, String weight) {
        var tasks = IntStream.rangeClosed(1, count)
                .mapToObj(i -> "{\"name\": \"Task " + i + "\", \"weight\": " + weight + "}")
                .collect(Collectors.joining(", "));
        return "{\"name\": \"" + name + "\", \"tasks\": [" + tasks + "]}";
    }

    /** The id of a part of a product by the key that the document gave it. */
    public static String id(JsonPath product, String parts, String key) {
        return product.getString(parts + ".find { it.key == '" + key + "' }.id");
    }
}
