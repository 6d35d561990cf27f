package dev.cairn.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Contract;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Picture;
import dev.cairn.bootstrap.support.Problems;
import dev.cairn.bootstrap.support.Wire;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Sends what comes out of the description by chance, and judges every answer and what is stored in the end. How many
 * requests it sends is {@code cairn.fuzz.requests}, what chance begins with is {@code cairn.fuzz.seed}: a number, or
 * {@code random}.
 */
@QuarkusTest
class FuzzTest {
    private static final Logger LOG = Logger.getLogger(FuzzTest.class);
    private static final int REQUESTS = Integer.getInteger("cairn.fuzz.requests", 1_500);
    /** So many that each operation has to get something right. */
    private static final int ENOUGH_FOR_EACH = 10_000;

    private static final int TOLD = 25;
    private static final int READ_AGAIN = Math.min(200, REQUESTS / 40);

    private final Organisation here = Organisation.fresh();
    private final Organisation there = Organisation.fresh();
    private final Organisation theirs = Organisation.fresh();
    private final Map<String, String> findings = new LinkedHashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<String> letThrough = new HashSet<>();
    private final String marker = "marker-" + theirs.name();

    private static long seed() {
        var wish = System.getProperty("cairn.fuzz.seed", "1");
        return wish.equals("random") ? System.nanoTime() : Long.parseLong(wish);
    }

    @Test
    void whatever_is_sent_every_answer_is_as_described_and_what_is_stored_holds() throws SQLException {
        var seed = seed();
        LOG.infof("%d requests with -Dcairn.fuzz.seed=%d", REQUESTS, seed);
        var victim = aWorldWithMarks();
        try (var picture = new Picture(theirs)) {
            var before = picture.now();
            var requests = new Requests(new Random(seed), Description.served(), List.of(here, there), victim);
            for (int i = 0; i < REQUESTS; i++) {
                send(requests, requests.next(), victim, i);
            }
            assertThat(picture.now()).as("another organisation's rows").isEqualTo(before);
        }
        LOG.infof("by status: %s; never let through: %s", statuses, neverLetThrough());
        assertThat(findings.values())
                .as("%d findings with -Dcairn.fuzz.seed=%d: %s", findings.size(), seed, findings.keySet())
                .isEmpty();
        for (var org : List.of(here, there)) {
            figuresHold(org);
            everythingCanBeRead(org);
        }
        if (REQUESTS >= ENOUGH_FOR_EACH) {
            assertThat(neverLetThrough()).as("chance was too odd for these").isEmpty();
        }
    }

    private List<String> neverLetThrough() {
        return Description.served().operations().stream()
                .map(Description.Operation::id)
                .filter(id -> !letThrough.contains(id))
                .toList();
    }

    /** Every text of it can be recognised, and every id is known. */
    private World aWorldWithMarks() {
        var world = World.in(theirs);
        var text = "\", \"description\": \"" + marker + "\"}";
        theirs.as(
                        "admin",
                        "{\"name\": \"" + marker + "\", \"email\": \"" + marker + "@a.example\", \"tags\": [\"" + marker
                                + "\"]" + text.substring(1))
                .put(world.fill("/api/v1/customers/{id}"))
                .then()
                .statusCode(200);
        theirs.as("admin", "{\"name\": \"" + marker + text)
                .put(world.fill("/api/v1/products/{id}"))
                .then()
                .statusCode(200);
        theirs.as("admin", "{\"status\": \"DONE\", \"notes\": \"" + marker + "\"}")
                .put(world.fill("/api/v1/tasks/{id}/status"))
                .then()
                .statusCode(200);
        return world;
    }

    private void send(Requests requests, Request request, World victim, int number) {
        try {
            var answer = Wire.send(request.operation().method(), request.target(), request.headers(), request.body());
            statuses.merge(answer.status(), 1, Integer::sum);
            judge(request, answer, victim);
            if (answer.status() < 300) {
                letThrough.add(request.operation().id());
            }
            requests.learn(request, answer);
        } catch (AssertionError | RuntimeException wrong) {
            var what = String.valueOf(wrong.getMessage())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("")
                    .replace(request.operation().id(), "…");
            if (findings.size() < TOLD) {
                findings.putIfAbsent(what, "request " + number + ", " + request + "\n" + wrong.getMessage());
            }
        }
    }

    private void judge(Request request, Wire.Answer answer, World victim) {
        assertThat(answer.status()).as("failed: %s", answer.body()).isBetween(200, 499);
        if (!isUri(request.target())) {
            // No operation can be found for it; that its refusal is a problem is BadInputTest's.
            assertThat(answer.status()).isEqualTo(400);
            return;
        }
        Contract.served()
                .check(new Contract.Answer(
                        request.operation().method(), request.path(), answer.status(), answer::header, answer.body()));
        if (answer.status() >= 400) {
            Problems.isProblem(answer);
        }
        assertThat(answer.head() + answer.body())
                .as("another organisation's data")
                .doesNotContain(marker);
        if (answer.status() < 300) {
            assertThat(victim.ids())
                    .as("another organisation's ids: %s", answer.body())
                    .noneMatch(answer.body()::contains);
        }
    }

    private static boolean isUri(String target) {
        try {
            return !new URI(target).toString().isEmpty();
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** What a plan says of its tasks is what they are; weights and histories are whole. */
    private void figuresHold(Organisation org) throws SQLException {
        try (var database = Database.asSuperuser()) {
            assertThat(database.rows("""
                            select p.id from adoption_plan p left join lateral (
                                select count(*) filter (where status = 'NOT_STARTED') as not_started,
                                       count(*) filter (where status = 'IN_PROGRESS') as in_progress,
                                       count(*) filter (where status = 'DONE') as done,
                                       count(*) filter (where status = 'COMPLETED') as completed,
                                       count(*) filter (where status = 'NOT_APPLICABLE') as not_applicable,
                                       count(*) filter (where status = 'NO_LONGER_USING') as no_longer_using,
                                       coalesce(sum(weight) filter (where status <> 'NOT_APPLICABLE'), 0) as total,
                                       coalesce(sum(weight) filter (where status in ('DONE', 'COMPLETED')), 0) as complete
                                  from customer_task t
                                 where t.org_id = p.org_id and t.plan_id = p.id and t.archive_reason is null) t on true
                             where p.org_id = ?
                               and (p.not_started, p.in_progress, p.done, p.completed, p.not_applicable, p.no_longer_using,
                                    p.total_weight, p.completed_weight)
                                is distinct from
                                   (t.not_started, t.in_progress, t.done, t.completed, t.not_applicable, t.no_longer_using,
                                    t.total, t.complete)""", org.name()))
                    .as("plans whose figures are not those of their tasks")
                    .isEmpty();
            assertThat(database.rows("""
                            select p.id from product p left join lateral (
                                select count(*) as tasks, coalesce(sum(weight), 0) as weight from product_task t
                                 where t.org_id = p.org_id and t.product_id = p.id) t on true
                             where p.org_id = ? and (t.weight > 100
                                or (p.task_count, p.total_weight) is distinct from (t.tasks, t.weight))""", org.name()))
                    .as("products whose figures are not those of their tasks")
                    .isEmpty();
            assertThat(database.rows("""
                            select t.id from customer_task t left join lateral (
                                select (array_agg(to_status order by at desc, id desc))[1] as last from task_status_history h
                                 where h.org_id = t.org_id and h.task_id = t.id) h on true
                             where t.org_id = ? and t.status <> coalesce(h.last, 'NOT_STARTED')""", org.name()))
                    .as("tasks whose history does not end where they stand")
                    .isEmpty();
        }
    }

    /** What was taken can be read: nothing is stored that breaks an answer. REST Assured holds each to the description. */
    private void everythingCanBeRead(Organisation org) throws SQLException {
        try (var database = Database.asSuperuser()) {
            read(
                    org,
                    database,
                    "customer where deleted_at is null and",
                    "customers",
                    "",
                    "/overview",
                    "/products",
                    "/adoption-plans");
            for (var kind : List.of("product", "solution")) {
                read(org, database, ofKind(kind), kind + "s", "", "/tasks", "/outcomes", "/releases", "/tags");
            }
            read(
                    org,
                    database,
                    "adoption_plan where customer_id in (select id from customer where deleted_at is null) and",
                    "adoption-plans",
                    "",
                    "/tasks",
                    "/telemetry/spreadsheet");
            read(
                    org,
                    database,
                    "customer_task where customer_id in (select id from customer where deleted_at is null) and",
                    "tasks",
                    "",
                    "/history",
                    "/telemetry");
            read(
                    org,
                    database,
                    "adoption_plan where solution_assignment_id is not null and customer_id in"
                            + " (select id from customer where deleted_at is null) and",
                    "solution-adoption-plans",
                    "");
            for (var kind : List.of("product", "solution")) {
                for (var id : newest(org, database, ofKind(kind))) {
                    comesBackAsItWent(org, "/api/v1/" + kind + "s/" + id);
                }
            }
        }
    }

    private static String ofKind(String kind) {
        return "product where kind = '" + kind.toUpperCase(Locale.ROOT) + "' and";
    }

    private static void comesBackAsItWent(Organisation org, String offering) {
        var version = org.as("admin").get(offering).path("version");
        var document = org.as("admin").get(offering + "/export").asString();
        var again = org.as("admin", document).put(offering + "/import");
        assertThat(again.statusCode()).as(document + again.asString()).isEqualTo(200);
        assertThat(again.<Object>path("version")).as(document).isEqualTo(version);
    }

    private void read(Organisation org, Database database, String from, String collection, String... views)
            throws SQLException {
        for (var id : newest(org, database, from)) {
            for (var view : views) {
                var path = "/api/v1/" + collection + "/" + id + view;
                assertThat(org.as("admin").accept("*/*").get(path).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }

    private static List<Object> newest(Organisation org, Database database, String from) throws SQLException {
        return database.column(
                "select id from " + from + " org_id = ? order by id desc limit " + READ_AGAIN, org.name());
    }
}
