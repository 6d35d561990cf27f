package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Measured;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * What the hot operations do with much data is what they do with little: the server's own plans of their statements walk no
 * table, and those that read touch as many pages beside at least twenty times as many rows.
 */
@QuarkusTest
class GrowthTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int COPIES = 1_000;
    private static final int TASKS = 20;

    /** A level more in each index that is used, and a little for rows that lie on other pages. */
    private static final double GROWTH = 1.5;

    private static final int SLACK = 24;

    /** Pages of the database for each customer of a page: its row, and the plans it has. */
    private static final int PAGES_AN_ITEM = 6;

    private final Organisation org = Organisation.fresh();
    private final Statements statements = new Statements();

    private Map<String, List<Statements.Done>> done(Map<String, Supplier<Response>> requests) {
        var done = new LinkedHashMap<String, List<Statements.Done>>();
        requests.forEach((name, request) -> done.put(
                name,
                statements
                        .doneDuring(() ->
                                assertThat(request.get().statusCode()).as(name).isLessThan(300))
                        .stream()
                        .filter(statement -> statement.text().contains(" from ")
                                || statement.text().startsWith("with "))
                        .toList()));
        return done;
    }

    private Map<String, Supplier<Response>> reads(Adopted adopted) {
        var customers = "/api/v1/customers";
        var reads = new LinkedHashMap<String, Supplier<Response>>();
        reads.put("a customer", () -> org.as("css").get(customers + "/" + adopted.customer()));
        reads.put("a page of customers", () -> org.as("css").get(customers + "?sort=name&limit=50"));
        reads.put("a plan", () -> org.as("css").get(adopted.planPath()));
        reads.put("a page of its tasks", () -> org.as("css").get(adopted.planPath() + "/tasks?limit=10"));
        reads.put("a task", () -> org.as("css").get(adopted.taskPath(0)));
        reads.put("what a customer has", () -> org.as("css").get(customers + "/" + adopted.customer() + "/products"));
        return reads;
    }

    private Map<String, Supplier<Response>> writes(Measured measured) {
        var adopted = measured.adopted();
        var product = adopted.product().getString("id");
        var writes = new LinkedHashMap<String, Supplier<Response>>();
        writes.put("a new customer", () -> org.as("css", "{\"name\": \"New\"}").post("/api/v1/customers"));
        writes.put(
                "an assignment",
                () -> Adopted.assign(
                        org, org.customer("{\"name\": \"Other\"}"), "{\"productId\": \"" + product + "\"}"));
        writes.put("a status", () -> adopted.set(0, "DONE"));
        writes.put("many statuses", () -> adopted.setMany(adopted.tasks().subList(1, 9), "IN_PROGRESS"));
        writes.put(
                "telemetry",
                () -> Measured.batch(
                        org, Measured.rows(List.of(Measured.row(measured.users().get(1), 5)))));
        writes.put("a preview", () -> {
            Catalogue.edit(org, product, Measured.document("Edge", 12, "2"));
            return org.as("css", "").post(adopted.planPath() + "/sync/preview");
        });
        writes.put("a synchronisation", () -> org.as("css", "{}").post(adopted.planPath() + "/sync"));
        return writes;
    }

    /** Copies of a customer with its plan and tasks, as many as a test has time for. */
    private void grow(Adopted adopted) throws SQLException {
        try (var database = Database.asSuperuser()) {
            copy(
                    database,
                    "customer",
                    "id = '" + adopted.customer() + "'",
                    "'id', n.id, 'code', 'G-' || n.n, 'code_key',"
                            + " 'g-' || n.n, 'name', 'Grown ' || n.n, 'name_key', 'grown ' || n.n");
            copy(
                    database,
                    "product_assignment",
                    "id = '" + adopted.assignment() + "'",
                    "'id', n.id, 'customer_id', n.id");
            copy(
                    database,
                    "adoption_plan",
                    "id = '" + adopted.plan() + "'",
                    "'id', n.id, 'assignment_id', n.id, 'customer_id', n.id");
            copy(
                    database,
                    "customer_task",
                    "plan_id = '" + adopted.plan() + "'",
                    "'id', md5(o.id::text || n.n)::uuid, 'plan_id', n.id, 'customer_id', n.id");
            copy(
                    database,
                    "telemetry_attribute",
                    "plan_id = '" + adopted.plan() + "'",
                    "'id', md5(o.id::text || n.n)::uuid, 'plan_id', n.id, 'task_id', md5(o.task_id::text || n.n)::uuid");
            for (var table : List.of(
                    "customer", "product_assignment", "adoption_plan", "customer_task", "telemetry_attribute")) {
                database.run("analyze " + table);
            }
        }
    }

    private void copy(Database database, String table, String which, String changes) throws SQLException {
        database.run("insert into " + table + " select (jsonb_populate_record(o, jsonb_build_object(" + changes
                + "))).*"
                + " from " + table + " o, (select n, md5('" + org.name()
                + "' || n)::uuid as id from generate_series(1, "
                + COPIES + ") n) n where o.org_id = '" + org.name() + "' and o." + which);
    }

    /**
     * As the service's connections are: its role, and what they tell the planner. Whose rows exist is not set, for it never is
     * when a statement is planned that says so itself.
     */
    private Database asAConnectionOfThePool() throws SQLException {
        var database = Database.asService();
        for (var setting : List.of("plan_cache_mode", "enable_seqscan", "random_page_cost")) {
            var value = ConfigProvider.getConfig()
                    .getValue("quarkus.datasource.reactive.additional-properties." + setting, String.class);
            database.run("set " + setting + " = " + value);
        }
        return database;
    }

    private static List<JsonNode> nodes(JsonNode plan) {
        var nodes = new ArrayList<JsonNode>(List.of(plan));
        plan.path("Plans").forEach(part -> nodes.addAll(nodes(part)));
        return nodes;
    }

    /** The server's plan of a statement, with arguments as literals. */
    private static JsonNode plan(Database database, String statement, List<String> arguments, String options)
            throws SQLException {
        database.run("prepare looked_at as " + statement);
        try {
            return JSON.readTree(database.column("explain (" + options + "format json) execute looked_at("
                                    + String.join(", ", arguments) + ")")
                            .get(0)
                            .toString())
                    .get(0)
                    .path("Plan");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } finally {
            database.run("deallocate looked_at");
        }
    }

    private static List<String> walked(JsonNode plan) {
        return nodes(plan).stream()
                .filter(node -> node.path("Node Type").asText().equals("Seq Scan"))
                .map(node -> node.path("Relation Name").asText())
                .toList();
    }

    private static long pages(JsonNode plan) {
        return plan.path("Shared Hit Blocks").asLong()
                + plan.path("Shared Read Blocks").asLong();
    }

    /** The rows that all its parts came upon. */
    private static long rows(JsonNode plan) {
        return nodes(plan).stream()
                .mapToLong(node -> node.path("Actual Loops").asLong()
                        * (node.path("Actual Rows").asLong()
                                + node.path("Rows Removed by Filter").asLong()))
                .sum();
    }

    /** The pages that the statements of each request touch, as the service's role, with the arguments of that request. */
    private Map<String, Long> pages(Map<String, List<Statements.Done>> done) throws SQLException {
        var pages = new LinkedHashMap<String, Long>();
        try (var database = asAConnectionOfThePool()) {
            for (var request : done.entrySet()) {
                long sum = 0;
                for (var statement : request.getValue()) {
                    sum += pages(plan(database, statement.text(), statement.arguments(), "analyze, buffers, "));
                }
                pages.put(request.getKey(), sum);
            }
        }
        return pages;
    }

    @Test
    void reading_touches_as_much_beside_much_as_beside_little() throws SQLException {
        var adopted = Adopted.ofTasks(org, TASKS, "1");
        // As many as a page holds, so that the page is as long before as after.
        IntStream.range(0, 50).forEach(i -> org.customer("{\"name\": \"Before " + i + "\"}"));
        var reads = reads(adopted);
        var before = pages(done(reads));
        grow(adopted);
        var after = pages(done(reads));
        // How many there are in all is counted, and that grows; what comes without it has a test of its own.
        before.remove("a page of customers");
        before.forEach((request, pages) -> assertThat(after.get(request))
                .as(request)
                .isPositive()
                .isLessThanOrEqualTo((long) (pages * GROWTH) + SLACK));
    }

    /** A write that reads: what it touches is looked at and taken back. */
    private long rowsOfACode() throws SQLException {
        var sent = done(Map.of(
                        "a code",
                        () -> org.as("css", "{\"name\": \"Counted " + UUID.randomUUID() + "\"}")
                                .post("/api/v1/customers")))
                .get("a code")
                .stream()
                .filter(statement -> statement.text().contains("customer_code_counter"))
                .toList();
        assertThat(sent).hasSize(1);
        try (var database = asAConnectionOfThePool()) {
            database.run("begin");
            var plan = plan(database, sent.get(0).text(), sent.get(0).arguments(), "analyze, buffers, ");
            database.run("rollback");
            return rows(plan);
        }
    }

    @Test
    void counting_a_code_touches_as_much_beside_much_as_beside_little() throws SQLException {
        var adopted = Adopted.ofTasks(org, 1, "1");
        var before = rowsOfACode();
        grow(adopted);
        assertThat(rowsOfACode()).isPositive().isEqualTo(before);
    }

    @Test
    void a_page_deep_in_the_walk_touches_what_the_second_does() throws SQLException {
        var adopted = Adopted.ofTasks(org, 2, "1");
        grow(adopted);
        var deep = new LinkedHashMap<String, Supplier<Response>>();
        String cursor =
                org.as("css").get("/api/v1/customers?sort=name&limit=50").path("nextCursor");
        for (int page = 2; page <= 18; page++) {
            var here = cursor;
            deep.put("page " + page, () -> org.as("css").get("/api/v1/customers?sort=name&limit=50&cursor=" + here));
            cursor = org.as("css")
                    .get("/api/v1/customers?sort=name&limit=50&cursor=" + here)
                    .path("nextCursor");
        }
        var pages = pages(done(deep));
        assertThat(pages.get("page 18"))
                .isPositive()
                .isLessThanOrEqualTo((long) (pages.get("page 2") * GROWTH) + SLACK);
        // Not only alike: the second must not read what lies behind it.
        assertThat(pages.get("page 2")).isLessThanOrEqualTo(50 * PAGES_AN_ITEM + SLACK);
    }

    @Test
    void nothing_that_is_hot_walks_a_table() throws SQLException {
        var measured = Measured.ofTasks(org, 10, "1");
        var adopted = measured.adopted();
        grow(adopted);
        var requests = new LinkedHashMap<>(reads(adopted));
        requests.putAll(writes(measured));
        var done = done(requests);
        assertThat(done)
                .hasSize(requests.size())
                .allSatisfy((name, sent) -> assertThat(sent).as(name).isNotEmpty());
        try (var database = asAConnectionOfThePool()) {
            for (var request : done.entrySet()) {
                for (var statement : request.getValue()) {
                    // The plan is the same for all; of long arguments the log has only the beginning.
                    var any = Collections.nCopies(statement.arguments().size(), "null");
                    assertThat(walked(plan(database, statement.text(), any, "")))
                            .as(request.getKey() + ": " + statement.text())
                            .isEmpty();
                }
            }
        }
    }
}
