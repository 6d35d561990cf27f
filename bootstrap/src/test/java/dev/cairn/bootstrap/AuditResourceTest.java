package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit as it is read; what is written into it stands in {@link OutboxAndAuditTest}. */
@QuarkusTest
class AuditResourceTest {
    private static final String AUDIT = "/api/v1/audit";
    private static final String CUSTOMERS = "/api/v1/customers/";
    private static final String PRODUCTS = "/api/v1/products/";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Organisation org = Organisation.fresh();

    private JsonPath read(String who, String path, Map<String, ?> query) {
        var answer = org.as(who).queryParams(query).get(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private List<Map<String, Object>> entries(String path, Map<String, ?> query) {
        return read("admin", path, query).getList("items");
    }

    private List<Map<String, Object>> entries(String parameter, String value) {
        return entries(AUDIT, Map.of(parameter, value));
    }

    private static List<Object> all(String field, List<Map<String, Object>> entries) {
        return entries.stream().map(entry -> entry.get(field)).toList();
    }

    private static String ofCustomer(String id) {
        return CUSTOMERS + id + "/audit";
    }

    private String acme() {
        return org.customer("{\"name\": \"Acme\", \"phone\": \"1\"}");
    }

    private void rename(String customer, String name) {
        org.as("css", "{\"name\": \"" + name + "\"}")
                .put(CUSTOMERS + customer)
                .then()
                .statusCode(200);
    }

    private void delete(String path) {
        org.as("admin").delete(path).then().statusCode(204);
    }

    @Nested
    class AnEntry {
        @Test
        void says_who_when_from_where_and_what_moved() {
            var id = acme();
            var updated = org.as("css", "{\"name\": \"Acme Retail\", \"email\": \"office@acme.example\"}")
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .put(CUSTOMERS + id);
            var entry = entries(ofCustomer(id), Map.of()).get(0);
            assertThat(entry)
                    .containsOnlyKeys(
                            "id",
                            "at",
                            "actor",
                            "action",
                            "entityKind",
                            "entityId",
                            "customerId",
                            "before",
                            "after",
                            "requestId",
                            "address")
                    .containsEntry("at", updated.path("updatedAt"))
                    .containsEntry("actor", org.person("css"))
                    .containsEntry("action", "customer.updated")
                    .containsEntry("entityKind", "CUSTOMER")
                    .containsEntry("entityId", id)
                    .containsEntry("customerId", id)
                    .containsEntry("before", Map.of("name", "Acme", "phone", "1"))
                    .containsEntry("after", Map.of("name", "Acme Retail", "email", "office@acme.example"))
                    .containsEntry("requestId", TRACE)
                    .containsEntry("address", "127.0.0.1");
        }

        @Test
        void of_the_catalogue_belongs_to_no_customer() {
            var product = Catalogue.product(org, Catalogue.ofTasks("Plain", 1, "5"));
            assertThat(entries("entityKind", "PRODUCT"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry)
                            .doesNotContainKey("customerId")
                            .containsEntry("action", "product.created")
                            .containsEntry("entityId", product.getString("id")));
        }

        @Test
        void keeps_numbers_to_the_last_digit() {
            var document = """
                    {"name": "Exact", "tasks": [{"key": "t", "name": "T", "weight": %s, "telemetry": [
                      {"key": "m", "name": "M", "dataType": "NUMBER", "successCriteria":
                       {"type": "number_threshold", "operator": "greater_than", "threshold": %s}}]}]}""";
            var product = Catalogue.product(org, document.formatted("0.07", "12345678901234567890.123456789"));
            Catalogue.edit(org, product.getString("id"), document.formatted("33.33", "12345678901234567890.123456788"));
            assertThat(org.as("admin").get(AUDIT + "?action=product.imported").asString())
                    .contains("\"weight\":0.07,", "\"weight\":33.33,")
                    .contains("\"threshold\":12345678901234567890.123456789")
                    .contains("\"threshold\":12345678901234567890.123456788");
        }

        @Test
        void of_figures_holds_those_that_moved_only() {
            var adopted = Adopted.ofTasks(org, 3, "12.5");
            adopted.set(0, "DONE").then().statusCode(200);
            var entry = entries("action", "adoption.progress_changed").get(0);
            assertThat(entry.get("before"))
                    .asInstanceOf(MAP)
                    .containsOnlyKeys("byStatus", "completedTasks", "completedWeight", "progressPercentage");
            assertThat(new JsonPath(Json.encode(entry)).getString("after.progressPercentage"))
                    .isEqualTo("33.33");
        }

        @Test
        void of_the_services_own_work_has_an_actor_too() throws SQLException {
            var task = UUID.randomUUID();
            try (var service = Database.asServiceIn(org.name())) {
                service.run("""
                        insert into audit_entry (org_id, id, at, actor, action, entity_kind, entity_id, before, after, request_id, address)
                        values (?, ?, now(), 'system', 'adoption.task_status_changed', 'TASK', ?, '{}', '{"status": "DONE"}', ?, 'telemetry')""", org.name(), UUID.fromString(World.NOWHERE), task, "0".repeat(32));
            }
            assertThat(entries("actor", "system"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry)
                            .containsEntry("entityId", task.toString())
                            .containsEntry("before", Map.of())
                            .containsEntry("after", Map.of("status", "DONE"))
                            .containsEntry("requestId", "0".repeat(32))
                            .containsEntry("address", "telemetry")
                            .doesNotContainKey("customerId"));
        }
    }

    @Nested
    class EachFilter {
        @Test
        void by_actor_is_exact() {
            var id = acme();
            rename(id, "Bolt");
            assertThat(all("action", entries("actor", org.person("css")))).containsExactly("customer.updated");
            assertThat(all("action", entries("actor", org.person("admin")))).containsExactly("customer.created");
            assertThat(entries("actor", "css")).isEmpty();
            assertThat(entries("actor", org.person("CSS"))).isEmpty();
        }

        @Test
        void by_kind_and_by_id_finds_one_record() {
            var adopted = Adopted.ofTasks(org, 2, "1");
            adopted.set(0, "DONE").then().statusCode(200);
            adopted.set(1, "DONE").then().statusCode(200);
            assertThat(all("entityId", entries("entityKind", "TASK")))
                    .containsExactly(adopted.tasks().get(1), adopted.tasks().get(0));
            assertThat(all("action", entries("entityId", adopted.tasks().get(0))))
                    .containsExactly("adoption.task_status_changed");
            assertThat(all("action", entries("entityId", adopted.plan())))
                    .containsExactly(
                            "adoption.milestone_reached",
                            "adoption.milestone_reached",
                            "adoption.milestone_reached",
                            "adoption.progress_changed",
                            "adoption.milestone_reached",
                            "adoption.milestone_reached",
                            "adoption.progress_changed",
                            "adoption.plan_created");
            assertThat(entries(AUDIT, Map.of("entityKind", "PRODUCT", "entityId", adopted.plan())))
                    .isEmpty();
            assertThat(all("action", entries("entityKind", "ASSIGNMENT"))).containsExactly("product.assigned");
            assertThat(all("entityId", entries("entityKind", "CUSTOMER"))).containsOnly(adopted.customer());
        }

        @Test
        void by_customer_finds_all_that_belongs_to_it() {
            var adopted = Adopted.ofTasks(org, 1, "1");
            acme();
            assertThat(all("action", entries("customerId", adopted.customer())))
                    .containsExactlyInAnyOrder("adoption.plan_created", "product.assigned", "customer.created")
                    .isEqualTo(all("action", entries(ofCustomer(adopted.customer()), Map.of())));
            assertThat(entries("customerId", World.NOWHERE)).isEmpty();
            assertThat(entries("customerId", "nobody")).isEmpty();
        }

        @Test
        void by_action_is_exact() {
            rename(acme(), "Bolt");
            assertThat(all("action", entries("action", "customer.updated"))).containsExactly("customer.updated");
            assertThat(entries("action", "customer")).isEmpty();
        }

        @Test
        void by_time_takes_the_first_instant_and_leaves_the_last() {
            var id = acme();
            rename(id, "Bolt");
            rename(id, "Cord");
            var times = all("at", entries(AUDIT, Map.of()));
            assertThat(times).hasSize(3).doesNotHaveDuplicates();
            var middle = times.get(1).toString();
            assertThat(all("at", entries("from", middle))).isEqualTo(times.subList(0, 2));
            assertThat(all("at", entries("to", middle))).isEqualTo(times.subList(2, 3));
            assertThat(all("at", entries(AUDIT, Map.of("from", middle, "to", times.get(0)))))
                    .containsExactly(middle);
            assertThat(entries(AUDIT, Map.of("from", middle, "to", middle))).isEmpty();
            var elsewhere = OffsetDateTime.parse(middle).withOffsetSameInstant(ZoneOffset.ofHours(7));
            assertThat(all("at", entries("from", elsewhere.toString()))).isEqualTo(times.subList(0, 2));
        }

        @Test
        void narrows_what_the_others_leave_and_the_number_too() {
            var id = acme();
            rename(id, "Bolt");
            rename(id, "Cord");
            rename(org.customer("{\"name\": \"Other\"}"), "Others");
            var both = Map.of("actor", org.person("css"), "limit", "1");
            var found = read("css", ofCustomer(id), both);
            assertThat(found.getList("items")).hasSize(1);
            assertThat(found.getInt("total")).isEqualTo(2);
            assertThat(read("admin", AUDIT, both).getInt("total")).isEqualTo(3);
        }

        @ParameterizedTest
        @CsvSource({
            "entityKind=BICYCLE, /entityKind, ENUM",
            "entityKind=customer, /entityKind, ENUM",
            "from=yesterday, /from, FORMAT",
            "to=2026-11-21, /to, FORMAT",
            "to=0001-01-01T00:00:00Z, /to, RANGE",
            "from=2026-11-22T00:00:00Z&to=2026-11-21T23:59:59.999999Z, /to, RANGE",
            "actor=, /actor, LENGTH",
            "sort=at, /sort, UNKNOWN",
            "before=x, /before, UNKNOWN",
            "limit=201, /limit, RANGE",
            "cursor=x, /cursor, FORMAT",
            "cursor=x&offset=1, /offset, DUPLICATE"
        })
        void that_makes_no_sense_is_refused_by_both(String query, String pointer, String code) {
            for (var path : List.of(AUDIT, ofCustomer(acme()))) {
                refused(org.as("admin").get(path + "?" + query), 400, "VALIDATION_ERROR")
                        .body("errors.pointer", hasItem(pointer))
                        .body("errors.code", hasItem(code));
            }
        }

        @Test
        void is_told_with_all_others_that_make_no_sense() {
            refused(org.as("admin").get(AUDIT + "?entityKind=x&from=x&to=x&shoeSize=7"), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", hasItems("/entityKind", "/from", "/to", "/shoeSize"));
        }

        @Test
        void by_customer_is_none_of_a_customers_own_list() {
            var id = acme();
            refused(org.as("admin").get(ofCustomer(id) + "?customerId=" + id), 400, "VALIDATION_ERROR")
                    .body("errors.code", hasItem("UNKNOWN"));
        }
    }

    @Nested
    class Walking {
        @Test
        void by_cursor_passes_every_entry_once_also_those_of_one_moment() {
            var adopted = Adopted.ofTasks(org, 9, "1");
            adopted.setMany(adopted.tasks(), "DONE").then().statusCode(200);
            for (var path : List.of(AUDIT, ofCustomer(adopted.customer()))) {
                var whole = entries(path, Map.of());
                assertThat(all("at", whole).stream().distinct().count()).isLessThan(whole.size() - 6L);
                assertThat(walk(path, Map.of())).isEqualTo(whole);
                var tasks = Map.of("entityKind", "TASK");
                assertThat(walk(path, tasks)).isEqualTo(entries(path, tasks)).hasSize(9);
            }
        }

        private List<Map<String, Object>> walk(String path, Map<String, String> filter) {
            var found = new ArrayList<Map<String, Object>>();
            var query = new HashMap<>(filter);
            query.put("limit", "2");
            for (var more = true; more; more = query.get("cursor") != null) {
                var page = read("admin", path, query);
                found.addAll(page.getList("items"));
                assertThat(page.getMap("").containsKey("total")).isNotEqualTo(query.containsKey("cursor"));
                query.put("cursor", page.getString("nextCursor"));
            }
            return found;
        }

        @Test
        void by_offset_meets_the_same_and_the_number_is_of_all() {
            rename(acme(), "Bolt");
            var whole = entries(AUDIT, Map.of());
            var second = read("admin", AUDIT, Map.of("limit", "1", "offset", "1"));
            assertThat(second.<Map<String, Object>>getList("items")).isEqualTo(whole.subList(1, 2));
            assertThat(second.getInt("total")).isEqualTo(2);
        }

        @Test
        void starts_with_the_newest() {
            var id = acme();
            rename(id, "Bolt");
            var adopted = Adopted.by(org, id, Catalogue.product(org, Catalogue.ofTasks("Plain", 2, "1")));
            adopted.set(0, "DONE").then().statusCode(200);
            var whole = entries(AUDIT, Map.of());
            assertThat(whole)
                    .hasSizeGreaterThan(5)
                    .isSortedAccordingTo(Comparator.comparing((Map<String, Object> entry) ->
                                    Instant.parse(entry.get("at").toString()))
                            .reversed());
        }
    }

    @Nested
    class WhoReads {
        @Test
        void the_whole_is_an_administrator_alone() {
            refused(org.as("css").get(AUDIT), 403, "FORBIDDEN");
            refused(org.as("css").get(AUDIT + "?from=x"), 403, "FORBIDDEN");
        }

        @ParameterizedTest
        @ValueSource(strings = {"sales", "support", "sme", "user", "viewer", "portal", "partner"})
        void a_customers_is_no_role_that_only_reads_the_customer(String who) {
            var id = org.customer("{\"name\": \"Acme\", \"assignedTo\": \"" + org.person(who) + "\"}");
            var named = Map.of("customer_id", id, "customer_ids", id);
            org.as(who, named).get(CUSTOMERS + id).then().statusCode(200);
            refused(org.as(who, named).get(ofCustomer(id)), 403, "FORBIDDEN");
        }

        @Test
        void another_organisation_finds_nothing() {
            var theirs = Organisation.fresh();
            var id = theirs.customer("{\"name\": \"Theirs\"}");
            acme();
            assertThat(entries("customerId", id)).isEmpty();
            assertThat(entries("entityId", id)).isEmpty();
            assertThat(entries("actor", theirs.person("admin"))).isEmpty();
            assertThat(all("actor", entries(AUDIT, Map.of()))).containsOnly(org.person("admin"));
            String foreign = theirs.as("admin").get(AUDIT).path("items[0].id");
            assertThat(all("id", entries(AUDIT, Map.of()))).doesNotContain(foreign);
            refused(org.as("css").get(ofCustomer(id)), 404, "CUSTOMER_NOT_FOUND");
        }

        @Test
        void a_customer_that_is_nowhere_is_told_so() {
            for (var id : List.of(World.NOWHERE, "nobody")) {
                refused(org.as("css").get(ofCustomer(id)), 404, "CUSTOMER_NOT_FOUND");
                refused(org.as("admin").get(ofCustomer(id)), 404, "CUSTOMER_NOT_FOUND");
            }
        }
    }

    @Test
    void what_became_of_a_deleted_customer_is_still_there_for_an_administrator() {
        var id = acme();
        delete(CUSTOMERS + id);
        refused(org.as("css").get(ofCustomer(id)), 404, "CUSTOMER_NOT_FOUND");
        refused(org.as("admin").get(ofCustomer(id)), 404, "CUSTOMER_NOT_FOUND");
        var kept = entries("customerId", id);
        assertThat(all("action", kept)).containsExactly("customer.deleted", "customer.created");
        assertThat(kept.get(0).get("after")).asInstanceOf(MAP).containsOnlyKeys("deletedAt");
    }

    @Test
    void what_is_refused_or_changes_nothing_is_no_entry() {
        var id = acme();
        var before = entries(AUDIT, Map.of());
        refused(org.as("css", "{\"name\": \" \"}").put(CUSTOMERS + id), 400, "VALIDATION_ERROR");
        refused(org.as("viewer", "{\"name\": \"x\"}").put(CUSTOMERS + id), 403, "FORBIDDEN");
        refused(org.as("css", "{\"name\": \"acme\"}").post("/api/v1/customers"), 409, "CUSTOMER_NAME_EXISTS");
        refused(
                org.as("css", "{\"reason\": \"CHURNED\"}").post(CUSTOMERS + id + "/lifecycle"),
                422,
                "INVALID_STATUS_TRANSITION");
        org.as("css", "{\"name\": \"Acme\", \"phone\": \"1\"}")
                .put(CUSTOMERS + id)
                .then()
                .statusCode(200);
        assertThat(entries(AUDIT, Map.of())).isEqualTo(before);
    }

    @Test
    void every_write_of_the_service_says_what_it_moved() {
        var id = org.customer("{\"name\": \"Acme\", \"assignedTo\": \"anna\"}");
        rename(id, "Acme Retail");
        act(CUSTOMERS + id + "/lifecycle", "{\"reason\": \"QUALIFIED\"}");
        act(CUSTOMERS + id + "/suspend", "{\"reasonCode\": \"OTHER\"}");
        act(CUSTOMERS + id + "/activate", "{}");
        act(CUSTOMERS + id + "/deactivate", "{\"reasonCode\": \"OTHER\"}");
        act(CUSTOMERS + id + "/activate", "{}");
        var adopted = Adopted.by(org, id, Catalogue.product(org, Catalogue.SECURE_EDGE));
        adopted.set(0, "IN_PROGRESS").then().statusCode(200);
        adopted.set(0, "{\"status\": \"IN_PROGRESS\", \"notes\": \"Soon\"}", "css")
                .then()
                .statusCode(200);
        adopted.setMany(adopted.tasks(), "DONE").then().statusCode(200);
        org.as("css", "{\"licenseLevel\": \"ESSENTIAL\"}")
                .patch(adopted.path())
                .then()
                .statusCode(200);
        org.as("css", "{\"status\": \"DONE\"}")
                .put(adopted.planPath() + "/filter-preference")
                .then()
                .statusCode(200);
        delete(adopted.path());
        editAll(PRODUCTS + adopted.product().getString("id"), adopted.product());
        delete(CUSTOMERS + id);

        var whole = entries(AUDIT, Map.of("limit", "200"));
        assertThat(all("action", whole))
                .contains(
                        "customer.created",
                        "customer.updated",
                        "customer.assigned",
                        "customer.lifecycle_changed",
                        "customer.suspended",
                        "customer.activated",
                        "customer.deactivated",
                        "customer.deleted",
                        "product.assigned",
                        "product.changed",
                        "product.removed",
                        "adoption.plan_created",
                        "adoption.task_status_changed",
                        "adoption.progress_changed",
                        "adoption.milestone_reached",
                        "adoption.filter_saved",
                        "product.created",
                        "product.updated",
                        "product.imported",
                        "product.archived",
                        "product.deleted",
                        "product.task_added",
                        "product.task_changed",
                        "product.task_removed",
                        "product.tasks_ordered",
                        "product.outcome_added",
                        "product.outcome_changed",
                        "product.outcome_removed",
                        "product.release_added",
                        "product.release_changed",
                        "product.release_removed",
                        "product.tag_added",
                        "product.tag_changed",
                        "product.tag_removed");
        assertThat(whole).allSatisfy(entry -> {
            assertThat(entry.get("before")).as(entry.toString()).isNotEqualTo(entry.get("after"));
            assertThat(entry)
                    .extractingByKeys("actor", "requestId", "address")
                    .allSatisfy(said -> assertThat(said).asString().isNotBlank());
        });
    }

    private void act(String path, String body) {
        org.as("admin", body).post(path).then().statusCode(200);
    }

    /** Every edit of the catalogue, ending with a product archived and another deleted. */
    private void editAll(String product, JsonPath parts) {
        var tasks = product + "/tasks";
        var added = Organisation.id(
                org.as("admin", "{\"name\": \"More\", \"weight\": 1.5}").post(tasks));
        put(tasks + "/" + added, "{\"name\": \"More\", \"weight\": 2.5}");
        List<String> order = new ArrayList<>(org.as("admin").get(product).<List<String>>path("tasks.id"));
        Collections.reverse(order);
        put(tasks + "/order", Map.of("taskIds", order));
        delete(tasks + "/" + added);
        for (var kind : List.of("outcomes", "releases", "tags")) {
            var level = kind.equals("releases") ? ", \"level\": 9.5" : "";
            var part = Organisation.id(
                    org.as("admin", "{\"name\": \"New\"" + level + "}").post(product + "/" + kind));
            put(product + "/" + kind + "/" + part, "{\"name\": \"Newer\"" + level + "}");
            delete(product + "/" + kind + "/" + part);
        }
        put(product, "{\"name\": \"Secure Rim\"}");
        Catalogue.edit(org, parts.getString("id"), "{\"name\": \"Secure Rim\", \"description\": \"All\"}");
        var unused = Catalogue.product(org, Catalogue.ofTasks("Unused", 1, "1")).getString("id");
        delete(PRODUCTS + unused);
        delete(product + "?archive=true");
    }

    private void put(String path, Object body) {
        org.as("admin", body).put(path).then().statusCode(200);
    }
}
