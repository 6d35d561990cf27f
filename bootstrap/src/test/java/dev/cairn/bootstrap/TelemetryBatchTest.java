package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Measured.batch;
import static dev.cairn.bootstrap.support.Measured.row;
import static dev.cairn.bootstrap.support.Measured.rows;
import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Measured;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import dev.cairn.bootstrap.support.Statements;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many values come in together: what can be taken is, what cannot is told, and nothing is half done. */
@QuarkusTest
class TelemetryBatchTest {
    private final Organisation org = Organisation.fresh();

    @Test
    void a_row_is_addressed_by_attribute_by_original_or_by_names() {
        var plan = Measured.ofTasks(org, 3, "10");
        var original = plan.telemetry(1).getString("attributes[0].originalAttributeId");
        var planId = plan.adopted().plan();
        batch(
                        org,
                        rows(List.of(
                                row(plan.users().get(0), 150),
                                "{\"planId\": \"%s\", \"originalAttributeId\": \"%s\", \"value\": \"150\"}"
                                        .formatted(planId, original),
                                "{\"planId\": \"%s\", \"taskName\": \"Task 3\", \"attributeName\": \"Users\", \"value\": 20}"
                                        .formatted(planId))))
                .then()
                .statusCode(200)
                .body("stored", is(3))
                .body("duplicates", is(0))
                .body("failed", hasSize(0))
                .body("changes", hasSize(2))
                .body("changes.to", contains("DONE", "DONE"))
                .body("plans", hasSize(1))
                .body("plans[0].id", is(planId))
                .body("plans[0].progress.completedTasks", is(2));
        assertThat(plan.telemetry(2).getInt("attributes[0].latestValue.value")).isEqualTo(20);
    }

    @Test
    void a_row_that_cannot_be_taken_is_told_by_place_and_code_and_stops_no_other() {
        var plan = Measured.ofTasks(org, 2, "10");
        var twins = Measured.by(
                        org,
                        plan.adopted().customer(),
                        Catalogue.product(
                                org,
                                "{\"name\": \"Twins\", \"tasks\": [{\"key\": \"a\", \"name\": \"Twin\"}, {\"key\": \"b\", \"name\": \"Other\"}]}"))
                .adopted();
        var elsewhere = Measured.ofTasks(Organisation.fresh(), 1, "10");
        var suspended = Measured.ofTasks(org, 1, "10");
        org.as("admin", "{\"reasonCode\": \"OTHER\"}")
                .post("/api/v1/customers/" + suspended.adopted().customer() + "/suspend");
        var names = "{\"planId\": \"%s\", \"taskName\": \"%s\", \"attributeName\": \"%s\", \"value\": 1}";
        batch(
                        org,
                        rows(List.of(
                                row(plan.users().get(0), "\"many\""),
                                row(World.NOWHERE, 1),
                                row(elsewhere.users().get(0), 1),
                                names.formatted(World.NOWHERE, "Task 1", "Users"),
                                names.formatted(elsewhere.adopted().plan(), "Task 1", "Users"),
                                names.formatted(twins.plan(), "Nothing", "Users"),
                                names.formatted(plan.adopted().plan(), "Task 1", "Nothing"),
                                row(suspended.users().get(0), 1),
                                "{\"attributeId\": \"%s\", \"value\": 1, \"observedAt\": \"1950-01-01T00:00:00Z\"}"
                                        .formatted(plan.users().get(0)),
                                row(plan.users().get(1), 150))))
                .then()
                .statusCode(200)
                .body("stored", is(1))
                .body("failed.index", contains(0, 1, 2, 3, 4, 5, 6, 7, 8))
                .body(
                        "failed.code",
                        contains(
                                "INVALID_TELEMETRY_VALUE",
                                "TELEMETRY_ATTRIBUTE_NOT_FOUND",
                                "TELEMETRY_ATTRIBUTE_NOT_FOUND",
                                "ADOPTION_PLAN_NOT_FOUND",
                                "ADOPTION_PLAN_NOT_FOUND",
                                "TASK_NOT_FOUND",
                                "TELEMETRY_ATTRIBUTE_NOT_FOUND",
                                "CUSTOMER_SUSPENDED",
                                "INVALID_TELEMETRY_VALUE"))
                .body("changes", hasSize(1));
        assertThat(elsewhere.telemetry(0).getString("attributes[0].latestValue"))
                .isNull();
    }

    @Test
    void two_tasks_of_one_name_fail_the_row_that_names_them() {
        var product = Catalogue.product(org, """
                {"name": "Ambiguous", "tasks": [
                  {"key": "a", "name": "Same", "telemetry": [{"key": "x", "name": "X", "dataType": "JSON", "successCriteria": {"type": "exists"}}]},
                  {"key": "b", "name": "Same", "telemetry": [{"key": "x", "name": "X", "dataType": "JSON", "successCriteria": {"type": "exists"}}]}]}""");
        var adopted = Adopted.by(org, org.customer("{\"name\": \"Ambiguous\"}"), product);
        batch(
                        org,
                        rows(List.of(
                                "{\"planId\": \"%s\", \"taskName\": \"Same\", \"attributeName\": \"X\", \"value\": 1}"
                                        .formatted(adopted.plan()))))
                .then()
                .statusCode(200)
                .body("failed.code", contains("AMBIGUOUS_NAME"));
    }

    @Test
    void an_origin_that_the_plan_does_not_have_and_a_time_beyond_calendars_fail_their_rows() {
        var plan = Measured.ofTasks(org, 1, "10");
        batch(
                        org,
                        rows(List.of(
                                "{\"planId\": \"%s\", \"originalAttributeId\": \"%s\", \"value\": 1}"
                                        .formatted(plan.adopted().plan(), World.NOWHERE),
                                "{\"attributeId\": \"%s\", \"value\": 1, \"observedAt\": \"0001-01-01T00:00:00Z\"}"
                                        .formatted(plan.users().get(0)),
                                "{\"attributeId\": \"%s\", \"value\": 1, \"observedAt\": \"+99999-01-01T00:00:00Z\"}"
                                        .formatted(plan.users().get(0)))))
                .then()
                .statusCode(200)
                .body("stored", is(0))
                .body(
                        "failed.code",
                        contains(
                                "TELEMETRY_ATTRIBUTE_NOT_FOUND", "INVALID_TELEMETRY_VALUE", "INVALID_TELEMETRY_VALUE"));
    }

    @Test
    void an_old_full_file_sent_again_makes_nothing_fresh() {
        var plan = Measured.ofTasks(org, 2, "10");
        var first = UUID.randomUUID();
        var seen = "{\"attributeId\": \"%s\", \"value\": 150, \"observedAt\": \"2026-11-01T00:00:00Z\"}"
                .formatted(plan.users().get(0));
        fullFile(first, seen).body("changes", hasSize(1));
        var other = row(plan.users().get(1), 1);
        fullFile(UUID.randomUUID(), other);
        fullFile(UUID.randomUUID(), other);
        assertThat(plan.task(0).getString("status")).isEqualTo("NO_LONGER_USING");
        fullFile(first, seen).body("duplicates", is(1)).body("changes", hasSize(0));
        fullFile(UUID.randomUUID(), seen).body("changes[0].to", is("DONE"));
    }

    @Test
    void a_full_file_counts_for_a_plan_that_it_has_a_row_for_be_it_a_bad_one() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.users(0, 150);
        var bad = row(plan.users().get(0), "\"many\"");
        fullFile(UUID.randomUUID(), bad).body("failed", hasSize(1)).body("changes", hasSize(0));
        fullFile(UUID.randomUUID(), bad).body("changes[0].to", is("NO_LONGER_USING"));
    }

    @Test
    void a_name_that_two_definitions_had_means_the_one_that_is_left() {
        var plan = Measured.ofTasks(org, 1, "10");
        var product = plan.adopted().product().getString("id");
        var task = plan.adopted().product().getString("tasks[0].id");
        org.as("sme", """
                        {"name": "Task 1", "weight": 10, "telemetry": [
                          {"key": "people", "name": "Users", "dataType": "NUMBER", "isRequired": true, "order": 1,
                           "successCriteria": {"type": "number_threshold", "operator": "greater_than", "threshold": 1}}]}""")
                .put("/api/v1/products/" + product + "/tasks/" + task)
                .then()
                .statusCode(200);
        org.as("css", "{}").post(plan.adopted().planPath() + "/sync").then().statusCode(200);
        batch(
                        org,
                        rows(List.of(
                                "{\"planId\": \"%s\", \"taskName\": \"Task 1\", \"attributeName\": \"Users\", \"value\": 2}"
                                        .formatted(plan.adopted().plan()))))
                .then()
                .statusCode(200)
                .body("stored", is(1))
                .body("changes[0].to", is("DONE"));
    }

    @Test
    void the_plans_own_road_takes_only_its_own_values() {
        var plan = Measured.ofTasks(org, 1, "10");
        var other = Measured.ofTasks(org, 1, "10");
        org.as(
                        "css",
                        rows(List.of(
                                "{\"taskName\": \"Task 1\", \"attributeName\": \"Users\", \"value\": 150}",
                                row(other.users().get(0), 150))))
                .post(plan.adopted().planPath() + "/telemetry/values")
                .then()
                .statusCode(200)
                .body("stored", is(1))
                .body("failed.index", contains(1))
                .body("failed.code", contains("TELEMETRY_ATTRIBUTE_NOT_FOUND"));
    }

    @Test
    void a_partner_reaches_the_customers_it_is_scoped_to() {
        var mine = Measured.ofTasks(org, 1, "10");
        var others = Measured.ofTasks(org, 1, "10");
        org.as("partner", Map.of("customer_ids", mine.adopted().customer()))
                .contentType("application/json")
                .body(rows(List.of(
                        row(mine.users().get(0), 150), row(others.users().get(0), 150))))
                .post("/api/v1/telemetry/values")
                .then()
                .statusCode(200)
                .body("stored", is(1))
                .body("failed.index", contains(1))
                .body("failed.code", contains("TELEMETRY_ATTRIBUTE_NOT_FOUND"));
    }

    @Test
    void none_and_more_than_ten_thousand_are_refused_whole() {
        refused(batch(org, "{\"values\": []}"), 400, "VALIDATION_ERROR");
        refused(batch(org, "{}"), 400, "VALIDATION_ERROR");
        var row = row(World.NOWHERE, 1);
        refused(batch(org, rows(IntStream.range(0, 10_001).mapToObj(i -> row).toList())), 400, "VALIDATION_ERROR");
        refused(batch(org, rows(List.of("{\"value\": 1}"))), 400, "VALIDATION_ERROR");
        refused(
                batch(
                        org,
                        rows(List.of("{\"attributeId\": \"%1$s\", \"planId\": \"%1$s\", \"value\": 1}"
                                .formatted(World.NOWHERE)))),
                400,
                "VALIDATION_ERROR");
    }

    @Test
    void a_dry_run_counts_what_the_real_run_then_does() {
        var plan = Measured.ofTasks(org, 2, "10");
        var body = rows(List.of(row(plan.users().get(0), 150), row(plan.users().get(1), "\"no\"")));
        var dry = org.as("css", body)
                .post("/api/v1/telemetry/values?dryRun=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(plan.telemetry(0).getString("attributes[0].latestValue")).isNull();
        assertThat(plan.task(0).getString("status")).isEqualTo("NOT_STARTED");
        var real = batch(org, body).then().statusCode(200).extract().jsonPath();
        for (var figure : List.of("stored", "duplicates", "failed", "changes", "plans")) {
            assertThat(real.<Object>get(figure)).as(figure).isEqualTo(dry.get(figure));
        }
    }

    @Test
    void one_late_full_file_flips_nothing_and_the_second_does() {
        var plan = Measured.ofTasks(org, 2, "10");
        batch(org, rows(List.of(row(plan.users().get(0), 150), row(plan.users().get(1), 150))));
        assertThat(plan.adopted().readPlan().getInt("progress.completedTasks")).isEqualTo(2);

        var only = row(plan.users().get(0), 150);
        var first = UUID.randomUUID();
        fullFile(first, only).body("changes", hasSize(0));
        fullFile(first, only).body("changes", hasSize(0));
        assertThat(plan.task(1).getString("status"))
                .as("the same file counts once")
                .isEqualTo("DONE");

        fullFile(UUID.randomUUID(), only)
                .body("changes", hasSize(1))
                .body("changes[0].to", is("NO_LONGER_USING"))
                .body("changes[0].rule", is(4))
                .body("plans[0].progress.completedTasks", is(1));
        org.as("css").post(plan.adopted().planPath() + "/evaluate").then().body("changes", hasSize(0));
    }

    private io.restassured.response.ValidatableResponse fullFile(UUID id, String row) {
        return batch(org, "{\"batchId\": \"" + id + "\", \"fullFile\": true, \"values\": [" + row + "]}")
                .then()
                .statusCode(200);
    }

    @Test
    void batches_values_and_people_at_once_end_with_exact_sums() {
        var plans = IntStream.range(0, 3)
                .mapToObj(i -> Measured.ofTasks(org, 6, "2.5"))
                .toList();
        var answers = Parallel.times(36, i -> {
            var plan = plans.get(i % 3);
            return switch (i % 4) {
                case 0 -> {
                    // Every second batch names the plans in the other order.
                    var rows = new ArrayList<String>();
                    for (int p = 0; p < 3; p++) {
                        var of = plans.get(i % 8 == 0 ? p : 2 - p);
                        for (int t = 0; t < 6; t++) {
                            rows.add(row(of.users().get(t), i % 3 == 0 ? 150 : 50));
                        }
                    }
                    yield batch(org, rows(rows)).statusCode();
                }
                case 1 -> plan.users(i % 6, i % 2 == 0 ? 150 : 50).statusCode() - 1;
                case 2 ->
                    plan.adopted()
                            .set(i % 6, i % 3 == 0 ? "DONE" : "NOT_STARTED")
                            .statusCode();
                default ->
                    org.as("css").post(plan.adopted().planPath() + "/evaluate").statusCode();
            };
        });
        assertThat(answers).containsOnly(200);
        plans.forEach(plan -> {
            var read = plan.adopted().readPlan();
            var completed = read.getList("tasks.findAll { it.isComplete }.weight", Double.class).stream()
                    .map(BigDecimal::valueOf)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(new BigDecimal(read.getString("progress.completedWeight")))
                    .isEqualByComparingTo(completed);
            assertThat(read.getInt("progress.completedTasks"))
                    .isEqualTo(read.getList("tasks.findAll { it.isComplete }").size());
            assertThat(read.getString("progress.totalWeight")).isEqualTo("15.0");
        });
    }

    @Test
    void statements_do_not_grow_with_the_batch() {
        var statements = new Statements();
        var small = Measured.ofTasks(org, 1, "1");
        assertThat(statements.during(() -> small.users(0, 150).then().statusCode(201)))
                .as("a single value")
                .hasSize(5);
        var known = "{\"value\": 151, \"observedAt\": \"2026-11-01T00:00:00Z\", \"dedupeKey\": \"k\"}";
        assertThat(statements.during(() ->
                        small.report(0, small.users().get(0), known).then().statusCode(201)))
                .as("a single value that may be there already, by its time or its key")
                .hasSize(7);

        var few = statements.during(() -> batch(
                        org, rows(List.of(row(small.users().get(0), 151))))
                .then()
                .statusCode(200)
                .body("stored", is(1)));
        var product = Catalogue.product(org, Measured.document("Much", 50, "1")).getString("id");
        var many = IntStream.range(0, 200)
                .mapToObj(i -> Adopted.assign(
                                org,
                                org.customer("{\"name\": \"Customer " + i + "\"}"),
                                "{\"productId\": \"" + product + "\"}")
                        .<String>path("adoptionPlan.id"))
                .flatMap(plan -> IntStream.rangeClosed(1, 50)
                        .mapToObj(t ->
                                "{\"planId\": \"%s\", \"taskName\": \"Task %d\", \"attributeName\": \"Users\", \"value\": 150}"
                                        .formatted(plan, t)))
                .toList();
        var much = statements.during(() -> batch(org, rows(many))
                .then()
                .statusCode(200)
                .body("stored", is(10_000))
                .body("changes", hasSize(10_000))
                .body("plans", hasSize(200)));
        assertThat(much).hasSameSizeAs(few).hasSize(8);
    }
}
