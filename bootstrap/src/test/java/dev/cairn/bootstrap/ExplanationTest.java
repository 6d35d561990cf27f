package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Measured;
import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Why a task is in its status, and what other criteria would make of it. */
@QuarkusTest
class ExplanationTest {
    private final Organisation org = Organisation.fresh();

    @Test
    void a_task_says_which_rule_decides_and_what_each_attribute_found() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.users(0, 150);

        explanation(plan)
                .body("status", is("DONE"))
                .body("statusMode", is("AUTO"))
                .body("suggestedStatus", nullValue())
                .body("rule", is(3))
                .body("sentence", is("all that must be met is met"))
                .body("attributes", hasSize(2))
                .body("attributes[0].name", is("Users"))
                .body("attributes[0].isRequired", is(true))
                .body("attributes[0].met", is(true))
                .body("attributes[0].fresh", is(true))
                .body("attributes[0].value", is(150))
                .body("attributes[0].tree.type", is("number_threshold"))
                .body("attributes[0].tree.met", is(true))
                .body("attributes[0].tree.seen", is(150))
                .body("attributes[0].tree.sentence", containsString("150"))
                .body("attributes[0].tree.error", nullValue())
                .body("attributes[0].tree.children", hasSize(0))
                .body("attributes[1].met", is(false))
                .body("attributes[1].fresh", is(false))
                .body("attributes[1].value", nullValue())
                .body("attributes[1].sentence", is("no value yet"))
                .body("attributes[1].tree", nullValue());
    }

    @Test
    void it_is_judged_when_asked_and_nothing_is_written() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.adopted()
                .org()
                .as("css", "{\"value\": 150}")
                .post(plan.adopted().taskPath(0) + "/telemetry/" + plan.users().get(0) + "/values?evaluate=false");

        explanation(plan).body("status", is("NOT_STARTED")).body("rule", is(3)).body("attributes[0].met", is(true));

        assertThat(plan.task(0).getString("status")).isEqualTo("NOT_STARTED");
        assertThat(plan.telemetry(0).getString("attributes[0].lastCheckedAt")).isNull();
    }

    @Test
    void a_persons_task_has_a_suggestion_only_once_somebody_looked() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.adopted().set(0, "DONE");
        plan.adopted()
                .org()
                .as("css", "{\"value\": 50}")
                .post(plan.adopted().taskPath(0) + "/telemetry/" + plan.users().get(0) + "/values?evaluate=false");

        assertThat(plan.task(0).getString("suggestedStatus")).isNull();
        explanation(plan).body("statusMode", is("MANUAL")).body("suggestedStatus", is("IN_PROGRESS"));

        org.as("css").post(plan.adopted().taskPath(0) + "/evaluate").then().statusCode(200);
        assertThat(plan.task(0).getString("suggestedStatus")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void its_tag_is_the_same_until_something_else_is_found() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.users(0, 50);
        var tag = explanation(plan).extract().header("ETag");

        org.as("admin")
                .header("If-None-Match", tag)
                .get(plan.adopted().taskPath(0) + "/explanation")
                .then()
                .statusCode(304);
        plan.users(0, 60);
        assertThat(explanation(plan).extract().header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void another_organisations_task_is_as_missing_as_none() {
        var theirs = Measured.ofTasks(Organisation.fresh(), 1, "10");

        refused(org.as("admin").get(theirs.adopted().taskPath(0) + "/explanation"), 404, "TASK_NOT_FOUND");
    }

    @Test
    void new_criteria_are_tried_on_the_values_of_all_customers_and_nothing_is_written() {
        var product = Catalogue.product(org, Measured.document("Tried " + System.nanoTime(), 1, "10"));
        var done = by(product);
        var low = by(product);
        var person = by(product);
        var silent = by(product);
        done.users(0, 150);
        low.users(0, 60);
        person.adopted().set(0, "IN_PROGRESS");
        person.users(0, 60);
        var elsewhere = Measured.ofTasks(Organisation.fresh(), 1, "10");
        elsewhere.users(0, 60);

        simulate(product, 50)
                .statusCode(200)
                .body("tasks", is(4))
                .body("judged", is(4))
                .body("errors", is(0))
                .body("changes", hasSize(1))
                .body("changes[0].from", is("NOT_STARTED"))
                .body("changes[0].to", is("DONE"))
                .body("changes[0].count", is(1))
                .body("suggestions", hasSize(1))
                .body("suggestions[0].from", is("IN_PROGRESS"))
                .body("suggestions[0].to", is("DONE"))
                .body("examples", hasSize(0)); // nobody granted these customers to the expert
        simulateAs(
                        "admin",
                        product,
                        "{\"type\": \"number_threshold\", \"operator\": \"greater_than_or_equal\", \"threshold\": 50}")
                .body("examples", hasSize(1))
                .body("examples[0].taskId", is(low.adopted().tasks().get(0)))
                .body("examples[0].sentence", containsString("60"));
        simulate(product, 200)
                .body("changes[0].from", is("DONE"))
                .body("changes[0].to", is("IN_PROGRESS"))
                .body("suggestions", hasSize(0));

        assertThat(done.task(0).getString("status")).isEqualTo("DONE");
        assertThat(low.task(0).getString("status")).isEqualTo("NOT_STARTED");
        assertThat(person.task(0).getString("suggestedStatus")).isNull();
        assertThat(silent.task(0).getInt("version")).isEqualTo(1);
    }

    @Test
    void criteria_that_are_none_are_refused_where_they_stand() {
        var product = Catalogue.product(org, Measured.document("Tried " + System.nanoTime(), 1, "10"));

        var refusal = refused(simulate(product, "{\"type\": \"not\"}").extract().response(), 422, "INVALID_CRITERIA");

        refusal.body("errors[0].pointer", is("/successCriteria/criterion"));
    }

    private Measured by(JsonPath product) {
        return Measured.by(org, org.customer("{\"name\": \"Customer " + System.nanoTime() + "\"}"), product);
    }

    private ValidatableResponse explanation(Measured plan) {
        return org.as("admin")
                .get(plan.adopted().taskPath(0) + "/explanation")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse simulate(JsonPath product, int threshold) {
        return simulate(
                product,
                "{\"type\": \"number_threshold\", \"operator\": \"greater_than_or_equal\", \"threshold\": " + threshold
                        + "}");
    }

    private ValidatableResponse simulate(JsonPath product, String criteria) {
        return simulateAs("sme", product, criteria);
    }

    private ValidatableResponse simulateAs(String who, JsonPath product, String criteria) {
        return org.as(who, """
                        {"productId": "%s", "taskId": "%s", "attributeId": "%s", "successCriteria": %s}""".formatted(
                                product.getString("id"),
                                product.getString("tasks[0].id"),
                                product.getString("tasks[0].telemetry[0].id"),
                                criteria))
                .post("/api/v1/telemetry/simulate")
                .then();
    }
}
