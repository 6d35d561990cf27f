package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Picture;
import dev.cairn.bootstrap.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every change of a customer leaves behind, and that what is no change leaves nothing. */
@QuarkusTest
class OutboxAndAuditTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Organisation org = Organisation.fresh();
    private String id;

    @BeforeEach
    void a_customer() {
        id = org.customer("{\"name\": \"Acme\", \"phone\": \"1\", \"tags\": [\"a\"], \"assignedTo\": \"ben\"}");
    }

    private Response act(String who, String verb, String body) {
        var request = org.as(who, body).header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        return switch (verb) {
            case "PUT" -> request.put(CUSTOMERS + "/" + id);
            case "DELETE" ->
                org.as(who)
                        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                        .delete(CUSTOMERS + "/" + id);
            default -> request.post(CUSTOMERS + "/" + id + "/" + verb);
        };
    }

    /** Acts with success, and gives the rows that this left in the audit and in the outbox. */
    private Left left(String who, String verb, String body) throws SQLException {
        try (var database = Database.asSuperuser()) {
            var audit = rows(database, "audit_entry", "id").size();
            var outbox = rows(database, "outbox", "position").size();
            act(who, verb, body).then().statusCode(verb.equals("DELETE") ? 204 : 200);
            var audited = rows(database, "audit_entry", "id");
            var told = rows(database, "outbox", "position");
            return new Left(audited.subList(audit, audited.size()), told.subList(outbox, told.size()));
        }
    }

    private List<Map<String, Object>> rows(Database database, String table, String order) throws SQLException {
        return database.rows("select * from " + table + " where org_id = ? order by " + order, org.name());
    }

    private record Left(List<Map<String, Object>> audit, List<Map<String, Object>> outbox) {
        List<Object> actions() {
            return audit.stream().map(row -> row.get("action")).toList();
        }

        List<Object> types() {
            return outbox.stream().map(row -> row.get("type")).toList();
        }

        JsonObject before(int entry) {
            return json(audit.get(entry).get("before"));
        }

        JsonObject after(int entry) {
            return json(audit.get(entry).get("after"));
        }

        JsonObject data(int event) {
            return json(outbox.get(event).get("data"));
        }

        private static JsonObject json(Object value) {
            return new JsonObject(value.toString());
        }
    }

    @Test
    void a_birth_is_told_with_all_that_is_known() throws SQLException {
        try (var database = Database.asSuperuser()) {
            var audit = rows(database, "audit_entry", "id");
            assertThat(audit)
                    .extracting(row -> row.get("action"))
                    .containsExactly("customer.created", "customer.assigned");
            assertThat(new JsonObject(audit.get(0).get("before").toString())).isEqualTo(new JsonObject());
            assertThat(new JsonObject(audit.get(0).get("after").toString()))
                    .isEqualTo(new JsonObject()
                            .put("name", "Acme")
                            .put("type", "BUSINESS")
                            .put("code", "C-000001")
                            .put("phone", "1")
                            .put("tags", new JsonArray().add("a"))
                            .put("assignedTo", "ben")
                            .put("lifecycleStage", "PROSPECT"));
            assertThat(rows(database, "outbox", "position"))
                    .extracting(row -> row.get("type"))
                    .containsExactly("customer.created", "customer.assigned");
        }
    }

    @Test
    void an_entry_says_who_when_from_where_and_in_which_request() throws SQLException {
        var left = left("admin", "suspend", "{\"reasonCode\": \"PAYMENT_FAILED\", \"note\": \"invoice 7\"}");
        assertThat(left.audit()).hasSize(1);
        assertThat(left.audit().get(0))
                .containsEntry("actor", org.person("admin"))
                .containsEntry("entity_kind", "CUSTOMER")
                .containsEntry("request_id", TRACE)
                .containsEntry("address", "127.0.0.1");
        assertThat(left.audit().get(0).get("entity_id")).hasToString(id);
        assertThat(left.audit().get(0).get("customer_id")).hasToString(id);
        assertThat(left.outbox().get(0))
                .containsEntry("actor", org.person("admin"))
                .containsEntry("subject", "customer/" + id)
                .containsEntry("event_version", 1);
        assertThat(left.outbox().get(0).get("published_at")).isNull();
        assertThat(left.outbox().get(0).get("occurred_at"))
                .isEqualTo(left.audit().get(0).get("at"));
        String suspendedAt =
                org.as("css").get(CUSTOMERS + "/" + id).then().extract().path("suspendedAt");
        try (var database = Database.asSuperuser()) {
            assertThat(database.number(
                            "select count(*) from audit_entry where org_id = ? and at = ?::timestamptz",
                            org.name(),
                            suspendedAt))
                    .isEqualTo(1);
        }
    }

    @Nested
    class EachChange {
        @Test
        void of_details_tells_before_and_after_of_what_moved() throws SQLException {
            var left = left(
                    "css", "PUT", "{\"name\": \"Acme Retail\", \"email\": \"a@b.example\", \"assignedTo\": \"ben\"}");
            assertThat(left.actions()).containsExactly("customer.updated").isEqualTo(left.types());
            assertThat(left.before(0))
                    .isEqualTo(new JsonObject()
                            .put("name", "Acme")
                            .put("phone", "1")
                            .put("tags", new JsonArray().add("a")));
            assertThat(left.after(0))
                    .isEqualTo(new JsonObject()
                            .put("name", "Acme Retail")
                            .put("email", "a@b.example")
                            .put("tags", new JsonArray()));
            assertThat(left.data(0).getJsonObject("before")).isEqualTo(left.before(0));
            assertThat(left.data(0).getJsonObject("after")).isEqualTo(left.after(0));
        }

        @Test
        void of_the_assignee_tells_of_the_assignment_too() throws SQLException {
            var left = left(
                    "css",
                    "PUT",
                    "{\"name\": \"Acme\", \"phone\": \"1\", \"tags\": [\"a\"], \"assignedTo\": \"anna\"}");
            assertThat(left.types())
                    .containsExactly("customer.updated", "customer.assigned")
                    .isEqualTo(left.actions());
            assertThat(left.before(1)).isEqualTo(new JsonObject().put("assignedTo", "ben"));
            assertThat(left.after(1)).isEqualTo(new JsonObject().put("assignedTo", "anna"));
        }

        @Test
        void of_the_stage_tells_why() throws SQLException {
            var left = left("css", "lifecycle", "{\"reason\": \"QUALIFIED\", \"note\": \"Budget\"}");
            assertThat(left.types())
                    .containsExactly("customer.lifecycle_changed")
                    .isEqualTo(left.actions());
            assertThat(left.before(0)).isEqualTo(new JsonObject().put("lifecycleStage", "PROSPECT"));
            assertThat(left.after(0))
                    .isEqualTo(new JsonObject()
                            .put("lifecycleStage", "LEAD")
                            .put("reason", "QUALIFIED")
                            .put("note", "Budget"));
        }

        @Test
        void of_the_account_tells_why() throws SQLException {
            assertThat(left("admin", "suspend", "{\"reasonCode\": \"OTHER\"}").types())
                    .containsExactly("customer.suspended");
            assertThat(left("admin", "activate", "{}").types()).containsExactly("customer.activated");
            var left = left("admin", "deactivate", "{\"reasonCode\": \"CLOSED\", \"note\": \"bye\"}");
            assertThat(left.types()).containsExactly("customer.deactivated").isEqualTo(left.actions());
            assertThat(left.before(0)).isEqualTo(new JsonObject().put("accountStatus", "ACTIVE"));
            assertThat(left.after(0).getString("accountStatus")).isEqualTo("INACTIVE");
            assertThat(left.after(0).getString("statusReason")).isEqualTo("CLOSED");
            assertThat(left.after(0).getString("note")).isEqualTo("bye");
        }

        @Test
        void that_is_a_deletion_is_told() throws SQLException {
            var left = left("admin", "DELETE", "");
            assertThat(left.types()).containsExactly("customer.deleted").isEqualTo(left.actions());
            assertThat(left.after(0).getString("deletedAt")).isNotNull();
        }

        @Test
        void is_one_transaction_with_what_it_leaves() {
            var statements = new Statements()
                    .during(() -> act("css", "lifecycle", "{\"reason\": \"QUALIFIED\"}")
                            .then()
                            .statusCode(200));
            assertThat(statements.stream().filter(sql -> sql.equalsIgnoreCase("begin")))
                    .hasSize(1);
            assertThat(statements.stream().filter(sql -> sql.equalsIgnoreCase("commit")))
                    .hasSize(1);
            assertThat(statements.get(0)).isEqualToIgnoringCase("begin");
            assertThat(statements.get(statements.size() - 1)).isEqualToIgnoringCase("commit");
            assertThat(String.join("\n", statements))
                    .containsIgnoringCase("update customer")
                    .containsIgnoringCase("insert into audit_entry")
                    .containsIgnoringCase("insert into outbox");
        }
    }

    @Nested
    class NothingIsLeft {
        @Test
        void by_what_changes_nothing() throws SQLException {
            act("admin", "suspend", "{\"reasonCode\": \"PAYMENT_FAILED\"}")
                    .then()
                    .statusCode(200);
            try (var picture = new Picture(org)) {
                var before = picture.now();
                act("admin", "suspend", "{\"reasonCode\": \"OTHER\", \"note\": \"again\"}")
                        .then()
                        .statusCode(200);
                assertThat(picture.now()).isEqualTo(before);
            }
        }

        @Test
        void by_the_same_details_again() throws SQLException {
            try (var picture = new Picture(org)) {
                var before = picture.now();
                act("css", "PUT", "{\"name\": \"Acme\", \"phone\": \"1\", \"tags\": [\"a\"], \"assignedTo\": \"ben\"}")
                        .then()
                        .statusCode(200);
                act("admin", "activate", "").then().statusCode(200);
                assertThat(picture.now()).isEqualTo(before);
            }
        }

        @Test
        void by_what_is_refused() throws SQLException {
            org.customer("{\"name\": \"Taken\", \"email\": \"t@t.example\"}");
            try (var picture = new Picture(org)) {
                var before = picture.now();
                refused(act("css", "PUT", "{\"name\": \" \"}"), 400, "VALIDATION_ERROR");
                refused(act("viewer", "PUT", "{\"name\": \"x\"}"), 403, "FORBIDDEN");
                refused(act("user", "PUT", "{\"name\": \"x\"}"), 404, "CUSTOMER_NOT_FOUND");
                refused(act("css", "PUT", "{\"name\": \"TAKEN\"}"), 409, "CUSTOMER_NAME_EXISTS");
                refused(
                        act("css", "PUT", "{\"name\": \"x\", \"email\": \"T@t.example\"}"),
                        409,
                        "CUSTOMER_EMAIL_EXISTS");
                refused(act("css", "lifecycle", "{\"reason\": \"CHURNED\"}"), 422, "INVALID_STATUS_TRANSITION");
                refused(org.as("css", "{\"name\": \"taken\"}").post(CUSTOMERS), 409, "CUSTOMER_NAME_EXISTS");
                assertThat(picture.now()).isEqualTo(before);
            }
        }
    }
}
