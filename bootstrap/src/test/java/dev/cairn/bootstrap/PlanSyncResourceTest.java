package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanSyncResourceTest {
    private final Organisation org = Organisation.fresh();
    private Adopted adopted = new Adopted(org, "", new JsonPath("{}"), "", "", List.of());
    private String product = "";

    @BeforeEach
    void a_customer_with_everything_of_a_product() {
        adopted = Adopted.secureEdge(org);
        product = adopted.product().getString("id");
    }

    private Response preview() {
        return org.as("css").post(adopted.planPath() + "/sync/preview");
    }

    private Response sync(String body) {
        return org.as("css", body).post(adopted.planPath() + "/sync");
    }

    private Response undo() {
        return org.as("css").post(adopted.planPath() + "/sync/undo");
    }

    private Response level(String level) {
        return org.as("css", "{\"licenseLevel\": \"" + level + "\"}").patch(adopted.path());
    }

    private Response report(String body) {
        var attribute = org.as("css")
                .get(adopted.taskPath(0) + "/telemetry")
                .<String>path("attributes.find { it.name == 'Provisioned users' }.id");
        return org.as("css", body).post(adopted.taskPath(0) + "/telemetry/" + attribute + "/values");
    }

    private String sourceTask(String key) {
        return Catalogue.id(adopted.product(), "tasks", key);
    }

    /** "Connect" weighs more and is measured otherwise, "See" is gone, "Attest" is new. */
    private void editTheCatalogue() {
        Catalogue.edit(org, product, """
                {"name": "Secure Edge", "tasks": [
                  {"key": "connect", "name": "Connect", "weight": 12.5, "telemetry": [
                    {"key": "users", "name": "Provisioned users", "dataType": "NUMBER", "isRequired": false, "order": 1,
                     "successCriteria": {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 200}},
                    {"key": "mfa", "name": "Second factor", "dataType": "BOOLEAN", "order": 3,
                     "successCriteria": {"type": "boolean_flag", "expectedValue": true}}]},
                  {"key": "attest", "name": "Attest", "weight": 5}]}""");
        org.as("admin")
                .delete("/api/v1/products/" + product + "/tasks/" + sourceTask("see"))
                .then()
                .statusCode(204);
    }

    private JsonPath tasks(boolean archived) {
        return org.as("css")
                .get(adopted.planPath() + "/tasks?archived=" + archived)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void from_an_edit_of_the_catalogue_to_a_plan_that_follows_and_back() {
        adopted.set(0, "{\"status\": \"DONE\", \"notes\": \"Kick-off held\"}", "css");
        adopted.set(2, "COMPLETED");
        var untouched = org.as("css").get(adopted.planPath()).jsonPath();
        assertThat(untouched.getBoolean("needsSync")).isFalse();

        editTheCatalogue();
        var behind = org.as("css").get(adopted.planPath()).jsonPath();
        assertThat(behind.getBoolean("needsSync")).isTrue();
        assertThat(behind.<Object>get("tasks")).isEqualTo(untouched.get("tasks"));

        var seen = preview()
                .then()
                .statusCode(200)
                .body("productVersion.from", is(1))
                .body("productVersion.to", is(3))
                .body("add.name", contains("Attest"))
                .body("add[0].weight", equalTo(5f))
                .body("restore", hasSize(0))
                .body("archive", hasSize(1))
                .body("archive[0].taskId", is(adopted.tasks().get(2)))
                .body("archive[0].name", is("See"))
                .body("archive[0].status", is("COMPLETED"))
                .body("archive[0].weight", equalTo(15f))
                .body("archive[0].reason", is("SOURCE_DELETED"))
                .body(
                        "update.find { it.name == 'Connect' }.taskId",
                        is(adopted.tasks().get(0)))
                .body("update.find { it.name == 'Connect' }.fields.find { it.field == 'weight' }.from", equalTo(10f))
                .body("update.find { it.name == 'Connect' }.fields.find { it.field == 'weight' }.to", equalTo(12.5f))
                .body("update.find { it.name == 'Both' }.fields.field", contains("sequenceNumber"))
                .body("telemetry.add.name", contains("Second factor"))
                .body("telemetry.add[0].taskId", is(adopted.tasks().get(0)))
                .body("telemetry.update.name", contains("Provisioned users"))
                .body("telemetry.update[0].fields.field", containsInAnyOrder("isRequired", "successCriteria"))
                .body("telemetry.remove", hasSize(0))
                .body("progress.before", is((Object) behind.get("progress")))
                .body("progress.before.completedWeight", equalTo(25f))
                .body("progress.after.totalWeight", equalTo(62.5f))
                .body("progress.after.completedWeight", equalTo(12.5f))
                .extract()
                .jsonPath();
        assertThat(org.as("css").get(adopted.planPath()).jsonPath().<Object>get(""))
                .as("a preview changes nothing")
                .isEqualTo(behind.get(""));

        var synced = sync("{\"previewToken\": \"" + seen.getString("previewToken") + "\"}")
                .then()
                .statusCode(200)
                .body("changed", is(true))
                .body("added", is(1))
                .body("restored", is(0))
                .body("archived", is(1))
                .body("updated", is(seen.getList("update").size()))
                .body("plan.id", is(adopted.plan()))
                .body("plan.needsSync", is(false))
                .body("plan.syncedProductVersion", is(3))
                .body("plan.version", is(2))
                .body("plan.progress", is((Object) seen.get("progress.after")))
                .extract();
        assertThat(synced.header("ETag")).startsWith("\"2-");
        var live = tasks(false);
        assertThat(live.getList("items.name")).contains("Attest").doesNotContain("See");
        assertThat(live.getString("items.find { it.name == 'Connect' }.status")).isEqualTo("DONE");
        assertThat(live.getString("items.find { it.name == 'Connect' }.statusNotes"))
                .isEqualTo("Kick-off held");
        assertThat(live.getString("items.find { it.name == 'Attest' }.status")).isEqualTo("NOT_STARTED");
        assertThat(tasks(true).getString("items[0].archiveReason")).isEqualTo("SOURCE_DELETED");
        org.as("css").get(adopted.taskPath(0) + "/history").then().body("total", is(1));

        sync("").then()
                .statusCode(200)
                .body("changed", is(false))
                .body("added", is(0))
                .body("plan", is((Object) synced.path("plan")));

        undo().then()
                .statusCode(200)
                .body("changed", is(true))
                .body("added", is(1))
                .body("archived", is(1))
                .body("plan.needsSync", is(true))
                .body("plan.syncedProductVersion", is(1))
                .body("plan.lastSyncedAt", is(untouched.getString("lastSyncedAt")))
                .body("plan.progress", is((Object) untouched.get("progress")));
        var back = org.as("css").get(adopted.planPath()).jsonPath();
        assertThat(withoutVersions(back)).isEqualTo(withoutVersions(untouched));
        assertThat(tasks(true).getList("items")).isEmpty();
        refused(undo(), 409, "SYNC_NOT_UNDOABLE");
    }

    private static List<Map<String, Object>> withoutVersions(JsonPath plan) {
        List<Map<String, Object>> tasks = plan.getList("tasks");
        tasks.forEach(task -> task.remove("version"));
        return tasks;
    }

    @Test
    void a_downgrade_puts_away_and_coming_back_brings_all_of_it_again() {
        adopted.set(3, "{\"status\": \"IN_PROGRESS\", \"notes\": \"Pilot\"}", "css");
        adopted.set(3, "{\"status\": \"DONE\", \"notes\": \"Rolled out\"}", "css");
        var before = org.as("css").get(adopted.taskPath(3)).jsonPath();

        level("ESSENTIAL").then().body("adoptionPlan.needsSync", is(true));
        preview()
                .then()
                .body("archive.name", contains("Both", "Logs", "Prevent"))
                .body("archive.reason", contains("LICENSE", "LICENSE", "LICENSE"))
                .body("progress.after.totalTasks", is(3));
        sync("{}").then().statusCode(200).body("archived", is(3)).body("plan.licenseLevel", is("ESSENTIAL"));
        org.as("css")
                .get(adopted.taskPath(3))
                .then()
                .body("archiveReason", is("LICENSE"))
                .body("status", is("DONE"));
        refused(adopted.set(3, "IN_PROGRESS"), 422, "TASK_ARCHIVED");

        level("ADVANTAGE");
        preview()
                .then()
                .body("restore.name", contains("Both", "Logs"))
                .body("restore[0].taskId", is(adopted.tasks().get(3)))
                .body("restore[0].status", is("DONE"))
                .body("restore[0].weight", equalTo(12.5f))
                .body("add", hasSize(0))
                .body("update", hasSize(0));
        sync("{}")
                .then()
                .statusCode(200)
                .body("restored", is(2))
                .body("added", is(0))
                .body("plan.progress.completedTasks", is(1));
        var after = org.as("css").get(adopted.taskPath(3)).jsonPath();
        for (var field :
                List.of("status", "statusMode", "statusNotes", "statusUpdatedAt", "completedAt", "completedBy")) {
            assertThat(after.<Object>get(field)).as(field).isEqualTo(before.get(field));
        }
        assertThat(after.<Object>get("archivedAt")).isNull();
        org.as("css").get(adopted.taskPath(3) + "/history").then().body("items.notes", contains("Rolled out", "Pilot"));
    }

    @Test
    void values_of_a_definition_that_goes_stay_and_have_a_say_again_when_it_comes_back() {
        report("{\"value\": 150}").then().statusCode(201).body("task.status", is("DONE"));
        edit("[]");
        preview()
                .then()
                .body("telemetry.remove.name", containsInAnyOrder("Provisioned users", "Single sign-on"))
                .body("update.find { it.name == 'Connect' }.fields", hasSize(0));
        sync("{}").then().statusCode(200).body("updated", is(1));
        org.as("css")
                .get(adopted.taskPath(0) + "/telemetry")
                .then()
                .body("attributes.isActive", contains(false, false))
                .body("attributes[0].latestValue.value", is(150))
                .body("telemetryProgress.totalAttributes", is(0));
        org.as("css").get(adopted.taskPath(0)).then().body("status", is("DONE"));

        undo().then().statusCode(200);
        org.as("css")
                .get(adopted.taskPath(0) + "/telemetry")
                .then()
                .body("attributes.isActive", contains(true, true))
                .body("attributes[0].latestValue.value", is(150))
                .body("attributes[0].isMet", is(true));
    }

    private void edit(String telemetry) {
        org.as("admin", "{\"telemetry\": " + telemetry + "}")
                .patch("/api/v1/products/" + product + "/tasks/" + sourceTask("connect"))
                .then()
                .statusCode(200);
    }

    @Test
    void a_token_holds_while_people_work_and_not_when_product_entitlement_or_plan_moved() {
        editTheCatalogue();
        var ofNow = token();
        adopted.set(0, "DONE");
        report("{\"value\": 1}").then().statusCode(201);
        assertThat(token()).isEqualTo(ofNow);

        level("ADVANTAGE");
        refused(sync(with(ofNow)), 409, "PREVIEW_OUTDATED");
        level("SIGNATURE");
        edit("[]");
        refused(sync(with(ofNow)), 409, "PREVIEW_OUTDATED");
        var late = token();
        sync(with(late)).then().statusCode(200).body("changed", is(true));
        refused(sync(with(late)), 409, "PREVIEW_OUTDATED");

        var other = World.aPlan(
                org, org.customer("{\"name\": \"Other\"}"), World.aProduct(org).get("product"));
        String ofAnother = org.as("css")
                .post("/api/v1/adoption-plans/" + other.get("plan") + "/sync/preview")
                .path("previewToken");
        refused(sync(with(ofAnother)), 409, "PREVIEW_OUTDATED");
        refused(sync(with("")), 409, "PREVIEW_OUTDATED");
        refused(sync(with("x".repeat(256))), 400, "VALIDATION_ERROR").body("errors.pointer", contains("/previewToken"));
        refused(sync("{\"previewToken\": 7, \"force\": true}"), 400, "VALIDATION_ERROR")
                .body("errors.pointer", containsInAnyOrder("/previewToken", "/force"));
    }

    private String token() {
        return preview().then().statusCode(200).extract().path("previewToken");
    }

    private static String with(String token) {
        return "{\"previewToken\": \"" + token + "\"}";
    }

    @Test
    void nothing_is_taken_back_after_a_status_changed() {
        refused(undo(), 409, "SYNC_NOT_UNDOABLE");
        editTheCatalogue();
        sync("{}").then().statusCode(200);
        adopted.set(1, "{\"status\": \"NOT_STARTED\", \"notes\": \"Only said something\"}", "css")
                .then()
                .statusCode(200);
        var before = org.as("css").get(adopted.planPath()).asString();
        refused(undo(), 409, "SYNC_NOT_UNDOABLE");
        assertThat(org.as("css").get(adopted.planPath()).asString()).isEqualTo(before);
    }

    @Test
    void nothing_is_taken_back_after_a_value_was_stored_however_old_and_unjudged() {
        report("{\"value\": 1}").then().statusCode(201);
        editTheCatalogue();
        sync("{}").then().statusCode(200);
        var attribute = org.as("css")
                .get(adopted.taskPath(0) + "/telemetry")
                .<String>path("attributes.find { it.name == 'Provisioned users' }.id");
        org.as("css", "{\"value\": 2, \"observedAt\": \"2020-01-01T00:00:00Z\"}")
                .post(adopted.taskPath(0) + "/telemetry/" + attribute + "/values?evaluate=false")
                .then()
                .statusCode(201);
        refused(undo(), 409, "SYNC_NOT_UNDOABLE");
    }

    @Test
    void an_entitlement_that_changed_with_its_plan_stays_when_the_plan_goes_back() {
        org.as("css", "{\"licenseLevel\": \"ESSENTIAL\"}")
                .patch(adopted.path() + "?sync=true")
                .then()
                .statusCode(200)
                .body("adoptionPlan.needsSync", is(false));
        undo().then()
                .statusCode(200)
                .body("archived", is(3))
                .body("plan.licenseLevel", is("SIGNATURE"))
                .body("plan.needsSync", is(true))
                .body("plan.progress.totalTasks", is(6));
        org.as("css")
                .get(adopted.path())
                .then()
                .body("licenseLevel", is("ESSENTIAL"))
                .body("adoptionPlan.needsSync", is(true));
    }

    @Test
    void a_product_edit_that_concerns_no_task_of_the_plan_moves_the_product_version_alone() {
        org.as("admin", "{\"description\": \"New words\"}")
                .patch("/api/v1/products/" + product)
                .then()
                .statusCode(200);
        var before = org.as("css").get(adopted.planPath()).jsonPath();
        assertThat(before.getBoolean("needsSync")).isTrue();

        sync("{}")
                .then()
                .statusCode(200)
                .body("changed", is(false))
                .body("plan.needsSync", is(false))
                .body("plan.syncedProductVersion", is(2))
                .body("plan.version", is(before.getInt("version")))
                .body("plan.lastSyncedAt", is(before.getString("lastSyncedAt")));
        refused(undo(), 409, "SYNC_NOT_UNDOABLE");
    }

    @Test
    void if_match_looks_at_the_plans_version() {
        editTheCatalogue();
        var tag = org.as("css").get(adopted.planPath()).header("ETag");
        adopted.set(0, "DONE");
        refused(
                org.as("css", "{}").header("If-Match", "\"7\"").post(adopted.planPath() + "/sync"),
                412,
                "VERSION_CONFLICT");
        org.as("css", "{}")
                .header("If-Match", tag)
                .post(adopted.planPath() + "/sync")
                .then()
                .statusCode(200)
                .header("ETag", not(tag));
        refused(
                org.as("css", "{}").header("If-Match", tag).post(adopted.planPath() + "/sync/undo"),
                412,
                "VERSION_CONFLICT");
    }

    @Test
    void a_plan_that_was_removed_is_nobodys_to_synchronise() {
        org.as("css").delete(adopted.path()).then().statusCode(204);
        for (var verb : List.of("/sync/preview", "/sync", "/sync/undo")) {
            refused(org.as("css", "{}").post(adopted.planPath() + verb), 404, "ADOPTION_PLAN_NOT_FOUND");
            refused(org.as("admin", "{}").post(adopted.planPath() + verb), 422, "TASK_ARCHIVED");
        }
    }
}
