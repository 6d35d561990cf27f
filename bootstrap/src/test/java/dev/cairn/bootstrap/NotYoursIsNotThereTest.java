package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Statements;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a caller may not see is answered as if it were not there: every operation with an id in its path is asked for
 * it, and for an id that never was; the answers have the same status, headers and body, and the database heard the same
 * statements.
 */
@QuarkusTest
class NotYoursIsNotThereTest {
    private static final Set<String> OF_CUSTOMERS =
            Set.of("customers/id", "products/assignmentId", "adoption-plans/id", "tasks/id");
    private static final Set<String> PARTS =
            Set.of("outcomes/outcomeId", "releases/releaseId", "tags/tagId", "tasks/taskId");
    private static final Set<String> OF_PRODUCTS = with(PARTS, "products/id");
    private static final String SOMEBODY = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a02";

    private final Organisation org = Organisation.fresh();
    private final List<Question> questions = new ArrayList<>();
    private Description description;
    private World ours;

    /** What is asked for twice: as it is, and with an id that never was. */
    private final class Question implements Runnable {
        private final String what;
        private final Description.Operation operation;
        private final String who;
        private final Map<String, String> claims;
        private final String path;
        private final List<String> ids;
        private Response answer;

        Question(String what, Description.Operation operation, String who, Map<String, String> claims, World world) {
            this.what = operation + " of " + what + " by " + who;
            this.operation = operation;
            this.who = who;
            this.claims = claims;
            path = world.fill(operation.path());
            ids = World.parameters(operation.path()).stream().map(world::id).toList();
        }

        @Override
        public void run() {
            var request = org.as(who, claims);
            answer = ours.asking(description, operation, request).request(operation.method(), path);
        }

        /** All that comes back, without what names this one question. */
        String told() {
            var headers = answer.headers().asList().stream()
                    .filter(header -> !header.hasSameNameAs(new Header("Date", "")))
                    .map(header -> header.getName() + ": " + header.getValue())
                    .sorted()
                    .collect(Collectors.joining("\n"));
            return answer.statusCode() + "\n" + plain(headers) + "\n" + plain(answer.asString());
        }

        private String plain(String text) {
            var plain = text.replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "\"traceId\":\"…\"");
            for (var id : ids) {
                plain = plain.replace(id, "…");
            }
            return plain;
        }
    }

    @BeforeEach
    void a_world() {
        description = Description.served();
        ours = World.in(org);
    }

    private static Set<String> with(Set<String> some, String more) {
        var all = new java.util.HashSet<>(some);
        all.add(more);
        return Set.copyOf(all);
    }

    private void ask(String what, World there, World hidden, Set<String> parameters, String who) {
        ask(what, there, hidden, parameters, who, Map.of());
    }

    /** Asks every operation whose path has one of the parameters. */
    private void ask(
            String what, World there, World hidden, Set<String> parameters, String who, Map<String, String> claims) {
        for (var operation : description.operations()) {
            var concerned = World.parameters(operation.path()).stream()
                    .filter(parameters::contains)
                    .toList();
            if (!concerned.isEmpty()) {
                var asked = there;
                var missing = there;
                for (var parameter : concerned) {
                    asked = asked.but(parameter, hidden.id(parameter));
                    missing = missing.but(parameter, World.NOWHERE);
                }
                questions.add(new Question(what, operation, who, claims, asked));
                questions.add(new Question(what, operation, who, claims, missing));
            }
        }
    }

    private void nobodyCanTellThemApart() {
        assertThat(questions).isNotEmpty();
        var statements = new Statements().ofEach(questions);
        assertThat(statements).hasSameSizeAs(questions);
        var softly = new SoftAssertions();
        for (int i = 0; i < questions.size(); i += 2) {
            var asked = questions.get(i);
            var missing = questions.get(i + 1);
            softly.assertThat(missing.answer.statusCode()).as(missing.what).isIn(403, 404);
            softly.assertThat(asked.told()).as(asked.what).isEqualTo(missing.told());
            softly.assertThat(statements.get(i)).as(asked.what).isEqualTo(statements.get(i + 1));
        }
        softly.assertAll();
    }

    private void delete(World world, String path) {
        org.as("admin").delete(world.fill(path)).then().statusCode(204);
    }

    @Test
    void what_is_seen_is_told_apart() {
        ask("what is there", ours, ours, ours.parameters(), "css");
        questions.removeIf(question -> !question.operation.method().equals("GET"));
        var statements = new Statements().ofEach(questions);
        for (int i = 0; i < questions.size(); i += 2) {
            assertThat(questions.get(i).answer.statusCode())
                    .as(questions.get(i).what)
                    .isEqualTo(200);
            assertThat(questions.get(i).told())
                    .isNotEqualTo(questions.get(i + 1).told());
            assertThat(statements.get(i)).isNotEmpty();
            assertThat(statements.get(i + 1)).isNotEmpty();
        }
    }

    @Test
    void of_another_organisation() {
        var theirs = World.in(Organisation.fresh());
        ask("another organisation", ours, theirs, theirs.parameters(), "admin");
        nobodyCanTellThemApart();
    }

    @Test
    void of_another_organisation_under_what_is_ours() {
        var theirs = World.in(Organisation.fresh());
        for (var parameter : theirs.parameters()) {
            ask("another organisation's " + parameter, ours, theirs, Set.of(parameter), "admin");
        }
        questions.removeIf(question -> question.ids.size() < 2);
        nobodyCanTellThemApart();
    }

    @Test
    void of_a_customer_that_the_role_may_not_see() {
        var hidden = World.in(org);
        org.as("admin", "{\"reason\": \"CONVERTED\"}")
                .post(hidden.fill("/api/v1/customers/{id}/lifecycle"))
                .then()
                .statusCode(200);
        var claims = new HashMap<String, Map<String, String>>();
        claims.put("user", Map.of());
        claims.put("sales", Map.of());
        claims.put("sme", Map.of("customer_ids", SOMEBODY));
        claims.put("portal", Map.of("customer_id", SOMEBODY));
        claims.put("partner", Map.of("customer_ids", SOMEBODY));
        claims.forEach((who, named) -> ask("a hidden customer", ours, hidden, OF_CUSTOMERS, who, named));
        nobodyCanTellThemApart();
    }

    @Test
    void of_a_customer_that_was_deleted() {
        var deleted = World.in(org);
        delete(deleted, "/api/v1/customers/{id}");
        ask("a deleted customer", ours, deleted, OF_CUSTOMERS, "admin");
        nobodyCanTellThemApart();
    }

    @Test
    void of_an_assignment_that_was_removed() {
        var removed = World.in(org);
        delete(removed, "/api/v1/customers/{id}/products/{assignmentId}");
        ask("a removed assignment", removed, removed, Set.of("products/assignmentId"), "admin");
        ask("a removed assignment", removed, removed, Set.of("adoption-plans/id", "tasks/id"), "css");
        nobodyCanTellThemApart();
    }

    @Test
    void of_a_product_and_its_parts_that_were_deleted() {
        var product = World.aProduct(org);
        var deleted = ours.but("products/id", product.get("product"))
                .but("outcomes/outcomeId", product.get("outcome"))
                .but("releases/releaseId", product.get("release"))
                .but("tags/tagId", product.get("tag"))
                .but("tasks/taskId", product.get("productTask"));
        delete(deleted, "/api/v1/products/{id}/tasks/{taskId}");
        delete(deleted, "/api/v1/products/{id}/outcomes/{outcomeId}");
        delete(deleted, "/api/v1/products/{id}/releases/{releaseId}");
        delete(deleted, "/api/v1/products/{id}/tags/{tagId}");
        ask("a deleted part", deleted, deleted, PARTS, "admin");
        nobodyCanTellThemApart();
        questions.clear();
        delete(deleted, "/api/v1/products/{id}");
        ask("a deleted product", ours, deleted, OF_PRODUCTS, "admin");
        nobodyCanTellThemApart();
    }
}
