package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags and preconditions, of every operation that the description promises them for. */
@QuarkusTest
class EntityTagTest {
    private static final String CUSTOMERS = "/api/v1/customers/";

    private final Organisation org = Organisation.fresh();

    /** What is only read can be read by one case after the other. */
    private static final class Shelf {
        private static final Organisation ORG = Organisation.fresh();
        private static final World WORLD = World.in(ORG);
    }

    private static Stream<Description.Operation> reads() {
        return operations("If-None-Match");
    }

    private static Stream<Description.Operation> changes() {
        return operations("If-Match");
    }

    private static Stream<Description.Operation> operations(String header) {
        return Description.served().operations().stream().filter(operation -> operation.takesHeader(header));
    }

    @Test
    void every_put_patch_and_delete_takes_a_precondition() {
        assertThat(changes())
                .containsAll(Description.served().operations().stream()
                        .filter(operation -> List.of("PUT", "PATCH", "DELETE").contains(operation.method()))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> a_resource_that_is_as_the_caller_has_it_is_not_sent_again() {
        return reads().map(operation -> dynamicTest(
                operation.id(), () -> a_resource_that_is_as_the_caller_has_it_is_not_sent_again(operation)));
    }

    private void a_resource_that_is_as_the_caller_has_it_is_not_sent_again(Description.Operation read) {
        var path = Shelf.WORLD.fill(read.path());
        var first = reading(read).get(path);
        var tag = first.then().statusCode(200).extract().header("ETag");
        assertThat(tag).matches("\"\\d+(-[A-Za-z0-9_-]{12})?\"");

        for (var known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            var again = reading(read).header("If-None-Match", known).get(path);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.asString()).isEmpty();
        }
        for (var other : List.of("\"x\"", "\"0\"", "garbage", tag.substring(1))) {
            var again = reading(read).header("If-None-Match", other).get(path);
            assertThat(again.statusCode()).as(other).isEqualTo(200);
            assertThat(content(again)).isEqualTo(content(first));
        }
        assertThat(reading(read).head(path).header("ETag")).isEqualTo(tag);
    }

    /** What was answered; when a thing was judged is no part of its state. */
    private static String content(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.ISO_8859_1)
                .replaceAll("\"evaluatedAt\":\"[^\"]*\"", "");
    }

    private static RequestSpecification reading(Description.Operation read) {
        return Shelf.ORG.as("admin").accept(read.accepted());
    }

    @TestFactory
    Stream<DynamicTest> a_change_of_another_state_than_the_one_that_was_read_is_refused() {
        return changes()
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> a_change_of_another_state_than_the_one_that_was_read_is_refused(operation)));
    }

    private void a_change_of_another_state_than_the_one_that_was_read_is_refused(Description.Operation change) {
        var description = Description.served();
        var org = Organisation.fresh();
        var world = World.in(org);
        var target = world.fill(target(change));
        var accepted = reads().filter(read -> read.path().equals(target(change)))
                .findFirst()
                .orElseThrow()
                .accepted();
        var before = org.as("admin").accept(accepted).get(target);
        var tag = before.then().statusCode(200).extract().header("ETag");

        refused(
                world.send(description, change, org.as("admin").header("If-Match", "\"999\"")),
                412,
                "VERSION_CONFLICT");
        refused(
                world.send(description, change, org.as("admin").header("If-Match", "W/" + tag)),
                412,
                "VERSION_CONFLICT");
        refused(world.send(description, change, org.as("admin").header("If-Match", "no tag")), 400, "VALIDATION_ERROR");
        assertThat(content(org.as("admin").accept(accepted).get(target))).isEqualTo(content(before));

        var done = world.send(description, change, org.as("admin").header("If-Match", "\"999\", " + tag));
        assertThat(done.statusCode()).as(done.asString()).isNotIn(412, 428);
    }

    @Test
    void an_export_is_brought_back_in_the_state_it_was_made_of() {
        var path = "/api/v1/products/" + World.aProduct(org).get("product");
        var export = org.as("admin").get(path + "/export");
        var tag = export.then().statusCode(200).extract().header("ETag");
        org.as("admin", "{\"description\": \"new\"}").patch(path).then().statusCode(200);

        refused(
                org.as("admin", export.asString()).header("If-Match", tag).put(path + "/import"),
                412,
                "VERSION_CONFLICT");
        org.as("admin", export.asString())
                .header("If-Match", org.as("admin").get(path + "/export").header("ETag"))
                .put(path + "/import")
                .then()
                .statusCode(200);
    }

    @Test
    void a_condition_for_reading_is_refused_where_something_changes() {
        var path = CUSTOMERS + org.customer("{\"name\": \"Conditional\"}");
        refused(
                        org.as("css", "{\"name\": \"x\"}")
                                .header("If-None-Match", "*")
                                .header("If-Match", "no tag")
                                .put(path),
                        400,
                        "VALIDATION_ERROR")
                .body("errors.pointer", contains("/If-None-Match", "/If-Match"));
    }

    @Test
    void what_brings_something_new_takes_no_precondition() {
        assertThat(Description.served().operations())
                .filteredOn(operation -> !operation.method().equals("GET") && !operation.takesHeader("If-Match"))
                .extracting(Description.Operation::id)
                .containsExactlyInAnyOrder(
                        "createCustomer",
                        "createProduct",
                        "createSolution",
                        "assignProduct",
                        "assignSolution",
                        "recordTelemetryValues",
                        "rollOutProduct",
                        "simulateCriteria");
    }

    /** The resource that the path is about: the nearest one above it that can be read with a tag. */
    private static String target(Description.Operation change) {
        var readable = reads().map(Description.Operation::path).toList();
        var path = change.path();
        while (!readable.contains(path)) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return path;
    }

    @TestFactory
    Stream<DynamicTest> an_organisation_that_asks_for_it_gets_no_change_without_a_precondition() {
        return changes()
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> an_organisation_that_asks_for_it_gets_no_change_without_a_precondition(operation)));
    }

    private void an_organisation_that_asks_for_it_gets_no_change_without_a_precondition(Description.Operation change) {
        var strict = Organisation.named("strict");
        var world = World.in(strict);
        refused(world.send(Description.served(), change, strict.as("admin")), 428, "IF_MATCH_REQUIRED");
        var done = world.send(Description.served(), change, strict.as("admin").header("If-Match", "*"));
        assertThat(done.statusCode()).as(done.asString()).isNotIn(412, 428);
    }

    @Nested
    class OfOneCustomer {
        private String path;

        @BeforeEach
        void a_customer() {
            path = CUSTOMERS + org.customer("{\"name\": \"Acme " + System.nanoTime() + "\"}");
        }

        private String tag() {
            return org.as("css").get(path).header("ETag");
        }

        @Test
        void the_answer_to_a_change_has_the_tag_that_is_read_afterwards() {
            var changed = org.as("css", "{\"phone\": \"1\"}").patch(path);
            assertThat(changed.then().statusCode(200).extract().header("ETag")).isEqualTo(tag());
        }

        @Test
        void a_change_that_changes_nothing_keeps_the_tag() {
            org.as("css", "{\"phone\": \"1\"}").patch(path).then().statusCode(200);
            var before = tag();
            org.as("css", "{\"phone\": \"1\"}").patch(path).then().statusCode(200);
            assertThat(tag()).isEqualTo(before);
        }

        @Test
        void of_many_who_read_the_same_state_one_may_change_it() {
            var tag = tag();
            var answers = Parallel.times(
                    12,
                    i -> org.as("css", "{\"phone\": \"" + i + "\"}")
                            .header("If-Match", tag)
                            .patch(path)
                            .statusCode());
            assertThat(answers).containsOnly(200, 412);
            assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
            assertThat(org.as("css").get(path).jsonPath().getLong("version")).isEqualTo(2);
        }

        @Test
        void without_a_precondition_every_one_of_many_changes_is_kept_and_the_last_wins() {
            var answers = Parallel.times(
                    12,
                    i -> org.as("css", "{\"phone\": \"" + i + "\"}").patch(path).statusCode());
            assertThat(answers).containsOnly(200);
            assertThat(org.as("css").get(path).jsonPath().getLong("version")).isEqualTo(13);
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
        void a_missing_one_is_missing_whatever_state_is_meant(String method) {
            var nobody = CUSTOMERS + World.NOWHERE;
            refused(
                    org.as("admin", "{\"name\": \"x\"}")
                            .header("If-Match", "\"1\"")
                            .request(method, nobody),
                    404,
                    "CUSTOMER_NOT_FOUND");
        }

        @Test
        void a_creation_has_no_state_that_could_be_meant() {
            org.as("css", "{\"name\": \"Other " + System.nanoTime() + "\"}")
                    .header("If-Match", "\"999\"")
                    .post(CUSTOMERS)
                    .then()
                    .statusCode(201);
        }
    }

    @Nested
    class OfAPlan {
        private Adopted adopted;

        @BeforeEach
        void a_plan() {
            adopted = Adopted.ofTasks(org, 3, "10");
        }

        private String tag(String path) {
            return org.as("css").get(path).then().statusCode(200).extract().header("ETag");
        }

        private void finish(int task) {
            org.as("css", "{\"status\": \"DONE\"}")
                    .put(adopted.taskPath(task) + "/status")
                    .then()
                    .statusCode(200);
        }

        @Test
        void figures_that_move_without_the_version_move_the_tag_and_not_what_if_match_looks_at() {
            var before = tag(adopted.planPath());
            finish(0);
            var after = tag(adopted.planPath());

            assertThat(after).isNotEqualTo(before);
            assertThat(version(after)).isEqualTo(version(before));
            org.as(
                            "css",
                            "{\"taskIds\": [\"" + adopted.taskPath(1).replaceAll(".*/", "")
                                    + "\"], \"status\": \"DONE\"}")
                    .header("If-Match", before)
                    .post(adopted.planPath() + "/tasks/status")
                    .then()
                    .statusCode(200);
        }

        @Test
        void a_task_that_somebody_else_changed_is_not_overwritten() {
            var before = tag(adopted.taskPath(0));
            finish(0);
            refused(
                    org.as("css", "{\"status\": \"IN_PROGRESS\"}")
                            .header("If-Match", before)
                            .put(adopted.taskPath(0) + "/status"),
                    412,
                    "VERSION_CONFLICT");
            finish(1);
            var answer = org.as("css", "{\"status\": \"IN_PROGRESS\"}")
                    .header("If-Match", tag(adopted.taskPath(0)))
                    .put(adopted.taskPath(0) + "/status");
            assertThat(answer.then().statusCode(200).extract().header("ETag")).isEqualTo(tag(adopted.taskPath(0)));
        }

        @Test
        void a_version_of_the_product_moves_the_tag_of_what_needs_to_follow_it() {
            var plan = org.as("css").get(adopted.planPath()).jsonPath();
            var assignment = CUSTOMERS + plan.getString("customerId") + "/products/" + plan.getString("assignmentId");
            var before = tag(assignment);
            org.as("admin", "{\"description\": \"new\"}")
                    .patch("/api/v1/products/" + plan.getString("productId"))
                    .then()
                    .statusCode(200);
            assertThat(tag(assignment)).isNotEqualTo(before);
            assertThat(version(tag(assignment))).isEqualTo(version(before));
        }

        private String version(String tag) {
            return tag.replaceAll("\"", "").split("-")[0].toLowerCase(Locale.ROOT);
        }
    }
}
