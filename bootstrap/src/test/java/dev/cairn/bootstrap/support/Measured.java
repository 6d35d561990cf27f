package dev.cairn.bootstrap.support;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plan whose every task is measured: the number of its users, which is required and has to reach 100, and whether
 * single sign-on is on, which is not required.
 *
 * @param adopted the plan
 * @param users the ids of the attributes "Users", by task
 * @param signOns the ids of the attributes "Single sign-on", by task
 */
public record Measured(Adopted adopted, List<String> users, List<String> signOns) {
    private static final String TASK = """
            {"key": "t%1$d", "name": "Task %1$d", "weight": %2$s, "telemetry": [
              {"key": "users", "name": "Users", "dataType": "NUMBER", "isRequired": true, "order": 1,
               "successCriteria": {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 100}},
              {"key": "sso", "name": "Single sign-on", "dataType": "BOOLEAN", "order": 2,
               "successCriteria": {"type": "boolean_flag", "expectedValue": true}}]}""";

    /** A document of so many such tasks, of one weight. */
    public static String document(String name, int tasks, String weight) {
        return IntStream.rangeClosed(1, tasks)
                .mapToObj(i -> TASK.formatted(i, weight))
                .collect(Collectors.joining(", ", "{\"name\": \"" + name + "\", \"tasks\": [", "]}"));
    }

    /** A new customer with a product of so many such tasks. */
    public static Measured ofTasks(Organisation org, int tasks, String weight) {
        return by(
                org,
                org.customer("{\"name\": \"Customer " + System.nanoTime() + "\", \"lifecycleStage\": \"ACTIVE\"}"),
                Catalogue.product(org, document("Measured " + System.nanoTime(), tasks, weight)));
    }

    /** All of such a product for the customer. */
    public static Measured by(Organisation org, String customer, JsonPath product) {
        var adopted = Adopted.by(org, customer, product);
        var telemetry = adopted.tasks().stream()
                .map(task -> Taken.of(org.as("admin").get("/api/v1/tasks/" + task + "/telemetry"), 200))
                .toList();
        return new Measured(
                adopted,
                telemetry.stream().map(it -> it.at("/attributes/0/id")).toList(),
                telemetry.stream().map(it -> it.at("/attributes/1/id")).toList());
    }

    /** Reports how many users a task has; the answer. */
    public Response users(int task, int count) {
        return report(task, users.get(task), "{\"value\": " + count + "}");
    }

    /** Reports a value of an attribute by a whole body, as CSS. */
    public Response report(int task, String attribute, String body) {
        return adopted.org().as("css", body).post(adopted.taskPath(task) + "/telemetry/" + attribute + "/values");
    }

    /** Sends a batch, as CSS. */
    public static Response batch(Organisation org, String body) {
        return org.as("css", body).post("/api/v1/telemetry/values");
    }

    /** A row of a batch. */
    public static String row(String attribute, Object value) {
        return "{\"attributeId\": \"" + attribute + "\", \"value\": " + value + "}";
    }

    /** A batch of rows. */
    public static String rows(List<String> rows) {
        return "{\"values\": [" + String.join(", ", rows) + "]}";
    }

    /** The task as an administrator reads it. */
    public JsonPath task(int index) {
        return adopted.org()
                .as("admin")
                .get(adopted.taskPath(index))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The attributes of a task as an administrator reads them. */
    public JsonPath telemetry(int index) {
        return adopted.org()
                .as("admin")
                .get(adopted.taskPath(index) + "/telemetry")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
