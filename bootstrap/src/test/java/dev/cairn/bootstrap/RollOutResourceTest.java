package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.RollOuts;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RollOutResourceTest {
    private static final RollOuts NOTHING = new RollOuts(Organisation.named("nobody"), "", List.of(), List.of());

    private final Organisation org = Organisation.fresh();

    private long rows(String what) throws SQLException {
        try (var database = Database.asSuperuser()) {
            return database.number("select count(*) from " + what + " and org_id = '" + org.name() + "'");
        }
    }

    private JsonPath plan(String id) {
        return org.as("admin")
                .get("/api/v1/adoption-plans/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void every_plan_follows_its_product_as_if_somebody_had_synchronised_it() throws SQLException {
        var all = RollOuts.of(org, 3, 4);
        all.edit(2);
        var late = all.customer("", "ESSENTIAL");
        var answer = all.ask("{}").then().statusCode(202).extract();
        String id = answer.path("jobId");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/jobs/" + id);

        var job = RollOuts.ended(org, id);

        assertThat(job.getString("id")).isEqualTo(id);
        assertThat(job.getString("kind")).isEqualTo("ROLL_OUT");
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(job.getInt("total")).isEqualTo(4);
        assertThat(job.getInt("done")).isEqualTo(4);
        assertThat(job.getList("failed")).isEmpty();
        assertThat(job.getInt("failedCount")).isZero();
        assertThat(job.getString("startedBy")).isEqualTo(org.person("css"));
        assertThat(job.getString("endedAt")).isGreaterThanOrEqualTo(job.getString("begunAt"));
        assertThat(job.getBoolean("result.dryRun")).isFalse();
        assertThat(job.getInt("result.changed")).isEqualTo(3);
        assertThat(job.getInt("result.unchanged")).isEqualTo(1);
        assertThat(job.getInt("result.added")).isEqualTo(3);
        assertThat(job.getInt("result.updated")).isEqualTo(6);
        assertThat(job.getList("result.plans.planId"))
                .containsExactlyElementsOf(all.plans().stream().sorted().toList());
        assertThat(job.getMap("result.plans.find { it.planId == '" + late + "' }"))
                .containsEntry("changed", false)
                .containsEntry("added", 0);
        for (var plan : all.plans()) {
            assertThat(plan(plan).getBoolean("needsSync")).isFalse();
            assertThat(plan(plan).getInt("progress.totalTasks")).isEqualTo(5);
        }
        assertThat(rows("outbox where type = 'adoption.plan_synced' and actor = '" + org.person("css") + "'"))
                .isEqualTo(3);
        assertThat(rows("audit_entry where action = 'adoption.plan_synced' and actor = '" + org.person("css") + "'"
                        + " and address = '127.0.0.1' and request_id = (select request_id from audit_entry"
                        + " where action = 'job.started' and org_id = '" + org.name() + "')"))
                .isEqualTo(3);
        org.as("css")
                .post("/api/v1/adoption-plans/" + all.plans().get(0) + "/sync/undo")
                .then()
                .statusCode(200);

        assertThat(all.run("{}").getInt("result.changed"))
                .as("what was taken back")
                .isEqualTo(1);
    }

    @Test
    void a_dry_run_says_what_the_roll_out_then_does_and_changes_nothing() throws SQLException {
        var all = RollOuts.of(org, 3, 4).edit(2);
        all.customer("", "SIGNATURE");
        suspend(all.customers().get(1));
        var before = all.plans().stream().map(id -> plan(id).<Object>get("")).toList();
        var told = rows("audit_entry where action not like 'job.%'");

        var dry = all.run("{\"dryRun\": true}");

        assertThat(dry.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(dry.getBoolean("result.dryRun")).isTrue();
        assertThat(all.plans().stream().map(id -> plan(id).<Object>get("")).toList())
                .isEqualTo(before);
        assertThat(rows("audit_entry where action not like 'job.%'")).isEqualTo(told);
        var real = all.run("{}");
        for (var what : List.of("total", "done", "failed", "failedCount", "result.changed", "result.plans")) {
            assertThat(real.<Object>get(what)).as(what).isEqualTo(dry.get(what));
        }
        assertThat(real.getInt("result.changed")).isEqualTo(2);
        assertThat(dry.getInt("result.added"))
                .isEqualTo(real.getInt("result.added"))
                .isEqualTo(2);
        assertThat(dry.getInt("result.updated"))
                .isEqualTo(real.getInt("result.updated"))
                .isEqualTo(4);
    }

    private void suspend(String customer) {
        org.as("admin", "{\"reasonCode\": \"OTHER\"}")
                .post("/api/v1/customers/" + customer + "/suspend")
                .then()
                .statusCode(200);
    }

    @Test
    void a_plan_that_fails_stops_no_other_and_says_why() {
        var all = RollOuts.of(org, 5, 2).edit(1);
        suspend(all.customers().get(0));
        org.as("admin", "{\"reasonCode\": \"OTHER\"}")
                .post("/api/v1/customers/" + all.customers().get(3) + "/deactivate")
                .then()
                .statusCode(200);

        var job = all.run("{}");

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(job.getInt("total")).isEqualTo(5);
        assertThat(job.getInt("done")).isEqualTo(5);
        assertThat(job.getInt("failedCount")).isEqualTo(2);
        assertThat(job.<Map<String, String>>getList("failed"))
                .containsExactlyInAnyOrder(
                        Map.of("planId", all.plans().get(0), "code", "CUSTOMER_SUSPENDED"),
                        Map.of("planId", all.plans().get(3), "code", "CUSTOMER_INACTIVE"));
        assertThat(job.getInt("result.changed")).isEqualTo(3);
        assertThat(job.getList("result.plans.planId")).hasSize(3);
        assertThat(all.needsSync(all.plans().get(0))).isTrue();
        assertThat(all.needsSync(all.plans().get(1))).isFalse();

        var results = "/api/v1/jobs/" + job.getString("id") + "/results";
        org.as("css")
                .get(results + "?state=FAILED")
                .then()
                .body("total", is(2))
                .body("items.code", containsInAnyOrder("CUSTOMER_SUSPENDED", "CUSTOMER_INACTIVE"));
        org.as("css").get(results + "?state=WAITING").then().body("items", empty());
        var walked = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = org.as("css")
                    .get(results + "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .jsonPath();
            walked.addAll(page.getList("items.planId"));
            cursor = page.getString("nextCursor");
        }
        assertThat(walked).isEqualTo(all.plans().stream().sorted().toList());
        refused(org.as("css").get(results + "?state=LOST"), 400, "VALIDATION_ERROR")
                .body("errors.pointer", contains("/state"));
    }

    @Nested
    class TheFilter {
        private RollOuts all = NOTHING;
        private String emea = "";
        private String basic = "";
        private String plain = "";

        @BeforeEach
        void three_customers() {
            all = RollOuts.of(org, 1, 2);
            plain = all.plans().get(0);
            emea = all.customer(", \"tags\": [\"EMEA\", \"retail\"]", "SIGNATURE");
            basic = all.customer(", \"tags\": [\"emea\"]", "ESSENTIAL");
        }

        private List<String> selected(String filter) {
            return all.run("{\"dryRun\": true, " + filter + "}").getList("result.plans.planId");
        }

        @Test
        void selects_by_customer_by_level_by_tag_and_by_all_of_it() {
            assertThat(selected("\"tag\": null")).containsExactlyInAnyOrder(plain, emea, basic);
            var two = "\"customerIds\": [\"" + all.customers().get(0) + "\", \""
                    + all.customers().get(2) + "\"]";
            assertThat(selected(two)).containsExactlyInAnyOrder(plain, basic);
            assertThat(selected("\"licenseLevel\": \"SIGNATURE\"")).containsExactlyInAnyOrder(plain, emea);
            assertThat(selected("\"licenseLevel\": \"ADVANTAGE\"")).isEmpty();
            assertThat(selected("\"tag\": \" Emea\"")).containsExactlyInAnyOrder(emea, basic);
            assertThat(selected("\"tag\": \"eme\"")).isEmpty();
            assertThat(selected("\"tag\": \"emea\", \"licenseLevel\": \"SIGNATURE\""))
                    .containsExactly(emea);
            assertThat(selected("\"tag\": \"retail\", " + two)).isEmpty();
        }

        @Test
        void looks_at_the_level_that_was_bought_whether_the_plan_knows_it_yet_or_not() {
            String assignment = org.as("css")
                    .get("/api/v1/customers/" + all.customers().get(2) + "/products")
                    .path("items[0].id");
            org.as("css", "{\"licenseLevel\": \"ADVANTAGE\"}")
                    .patch("/api/v1/customers/" + all.customers().get(2) + "/products/" + assignment)
                    .then()
                    .statusCode(200);
            assertThat(selected("\"licenseLevel\": \"ADVANTAGE\"")).containsExactly(basic);
        }

        @Test
        void leaves_out_removed_plans_and_deleted_customers_and_other_products() {
            var other = RollOuts.of(org, 1, 1);
            String assignment = org.as("css")
                    .get("/api/v1/customers/" + all.customers().get(0) + "/products")
                    .path("items[0].id");
            org.as("css").delete("/api/v1/customers/" + all.customers().get(0) + "/products/" + assignment);
            org.as("admin").delete("/api/v1/customers/" + all.customers().get(1));
            assertThat(selected("\"tag\": null")).containsExactly(basic).doesNotContainAnyElementsOf(other.plans());
        }

        @Test
        void that_selects_nothing_is_done_at_once() {
            var job = all.run("{\"tag\": \"nobody has it\"}");
            assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
            assertThat(job.getInt("total")).isZero();
            assertThat(job.getInt("done")).isZero();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"customerIds\": []} /customerIds",
                    "{\"customerIds\": \"x\"} /customerIds",
                    "{\"customerIds\": [7]} /customerIds/0",
                    "{\"customerIds\": [\"a\", \"a\"]} /customerIds/1",
                    "{\"licenseLevel\": \"GOLD\"} /licenseLevel",
                    "{\"tag\": \" \"} /tag",
                    "{\"tag\": 7} /tag",
                    "{\"dryRun\": \"yes\"} /dryRun",
                    "{\"force\": true} /force"
                })
        void that_is_odd_is_a_fault(String oddAndWhere) {
            var place = oddAndWhere.lastIndexOf(' ');
            refused(all.ask(oddAndWhere.substring(0, place)), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", contains(oddAndWhere.substring(place + 1)));
        }

        @Test
        void has_its_bounds() {
            refused(all.ask("{\"tag\": \"" + "x".repeat(65) + "\"}"), 400, "VALIDATION_ERROR");
            var many = java.util.stream.IntStream.range(0, 1_001)
                    .mapToObj(i -> "\"c" + i + "\"")
                    .toList();
            refused(all.ask("{\"customerIds\": " + many + "}"), 400, "VALIDATION_ERROR");
            refused(
                            org.as("css", "{}").post("/api/v1/products/" + all.product() + "/roll-out?dryRun=true"),
                            400,
                            "VALIDATION_ERROR")
                    .body("errors.pointer", contains("/dryRun"));
        }

        @Test
        void names_customers_who_are_there() {
            var theirs = Organisation.fresh().customer("{\"name\": \"Theirs\"}");
            for (var stranger : List.of(theirs, World.NOWHERE, "odd")) {
                refused(
                                all.ask("{\"customerIds\": [\""
                                        + all.customers().get(0) + "\", \"" + stranger + "\"]}"),
                                404,
                                "CUSTOMER_NOT_FOUND")
                        .body("errors.pointer", contains("/customerIds/1"));
            }
        }
    }

    @Test
    void a_product_that_is_not_there_or_not_ours_is_missing() {
        var theirs = World.aProduct(Organisation.fresh()).get("product");
        for (var product : List.of(theirs, World.NOWHERE, "odd")) {
            refused(org.as("css", "{}").post("/api/v1/products/" + product + "/roll-out"), 404, "PRODUCT_NOT_FOUND");
        }
    }

    @Test
    void a_product_that_was_archived_is_rolled_out_to_whoever_has_it() {
        var all = RollOuts.of(org, 1, 1).edit(1);
        org.as("admin")
                .delete("/api/v1/products/" + all.product() + "?archive=true")
                .then()
                .statusCode(204);
        assertThat(all.run("").getInt("result.changed")).isEqualTo(1);
    }

    @Nested
    class AJob {
        private RollOuts all = NOTHING;

        @BeforeEach
        void a_customer() {
            all = RollOuts.of(org, 1, 1);
        }

        @Test
        void is_seen_and_stopped_by_whoever_started_it_and_by_an_administrator_and_missing_for_others() {
            var id = all.run("{\"dryRun\": true}").getString("id");
            org.as("css").get("/api/v1/jobs/" + id).then().statusCode(200);
            org.as("admin").get("/api/v1/jobs/" + id).then().statusCode(200);
            var anotherCss = Map.of("roles", "CSS");
            for (var path : List.of("", "/results")) {
                refused(org.as("sales", anotherCss).get("/api/v1/jobs/" + id + path), 404, "JOB_NOT_FOUND");
                refused(org.as("viewer").get("/api/v1/jobs/" + id + path), 404, "JOB_NOT_FOUND");
                refused(Organisation.fresh().as("admin").get("/api/v1/jobs/" + id + path), 404, "JOB_NOT_FOUND");
                refused(org.as("admin").get("/api/v1/jobs/" + World.NOWHERE + path), 404, "JOB_NOT_FOUND");
                refused(org.as("admin").get("/api/v1/jobs/odd" + path), 404, "JOB_NOT_FOUND");
            }
            refused(org.as("sales", anotherCss).post("/api/v1/jobs/" + id + "/cancel"), 404, "JOB_NOT_FOUND");
            refused(Organisation.fresh().as("admin").post("/api/v1/jobs/" + id + "/cancel"), 404, "JOB_NOT_FOUND");
        }

        @Test
        void that_has_ended_cannot_be_stopped() {
            var id = all.run("{}").getString("id");
            var before = org.as("css").get("/api/v1/jobs/" + id).asString();
            refused(org.as("css").post("/api/v1/jobs/" + id + "/cancel"), 409, "JOB_ENDED");
            refused(org.as("admin").post("/api/v1/jobs/" + id + "/cancel"), 409, "JOB_ENDED");
            assertThat(org.as("css").get("/api/v1/jobs/" + id).asString()).isEqualTo(before);
        }

        @Test
        void that_nobody_began_is_stopped_without_a_result() throws SQLException {
            var id = World.aJob(org, org.person("css"));
            org.as("css")
                    .get("/api/v1/jobs/" + id)
                    .then()
                    .body("status", is("PENDING"))
                    .body("result", nullValue());
            org.as("css")
                    .post("/api/v1/jobs/" + id + "/cancel")
                    .then()
                    .statusCode(200)
                    .body("status", is("CANCELLED"))
                    .body("version", is(2))
                    .body("result", nullValue());
            refused(org.as("css").post("/api/v1/jobs/" + id + "/cancel"), 409, "JOB_ENDED");
            assertThat(rows("audit_entry where action = 'job.cancelled' and entity_kind = 'JOB' and entity_id = '" + id
                            + "' and actor = '" + org.person("css") + "'"))
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"sales", "support", "sme", "user", "viewer", "portal", "partner"})
        void is_started_by_those_who_may_synchronise(String who) {
            refused(org.as(who, "{}").post("/api/v1/products/" + all.product() + "/roll-out"), 403, "FORBIDDEN");
        }
    }
}
