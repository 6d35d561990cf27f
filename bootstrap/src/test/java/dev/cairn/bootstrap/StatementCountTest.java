package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Statements;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often the hot operations speak to the database, BEGIN and COMMIT among it: the same for little and for much. */
@QuarkusTest
class StatementCountTest {
    private final Organisation org = Organisation.fresh();
    private final Statements statements = new Statements();

    /** The statements of a request, which has to succeed. */
    private List<String> of(Supplier<Response> request) {
        return statements.during(() -> assertThat(request.get().statusCode()).isLessThan(300));
    }

    private List<String> ofReading(String path) {
        return of(() -> org.as("css").get(path));
    }

    private List<String> ofAssigning(int tasks) {
        return ofAssigning(Catalogue.product(org, Catalogue.ofTasks("Plain " + tasks, tasks, "1"))
                .getString("id"));
    }

    private List<String> ofAssigning(String product) {
        var customer = org.customer("{\"name\": \"Acme " + UUID.randomUUID() + "\"}");
        return of(() -> Adopted.assign(org, customer, "{\"productId\": \"" + product + "\"}"));
    }

    @Test
    void assigning_fifty_tasks_is_six_and_as_many_as_assigning_five() {
        assertThat(ofAssigning(5)).hasSize(6);
        assertThat(ofAssigning(50)).hasSize(6);
    }

    @Test
    void a_product_that_was_read_before_costs_one_less_and_one_that_changed_since_as_much_as_ever() {
        var product = Catalogue.product(org, Catalogue.ofTasks("Known", 5, "1")).getString("id");
        assertThat(ofAssigning(product)).hasSize(6);
        assertThat(ofAssigning(product)).hasSize(5);
        Catalogue.edit(org, product, Catalogue.ofTasks("Known", 7, "1"));
        assertThat(ofAssigning(product)).hasSize(6);
        assertThat(ofAssigning(product)).hasSize(5);
    }

    private String aSolution(Organisation own, int products, int tasks) {
        var held = IntStream.range(0, products)
                .mapToObj(i -> Catalogue.product(own, Catalogue.ofTasks("P " + i, tasks, "1")))
                .map(product -> "\"" + product.getString("id") + "\"")
                .toList();
        return own.as(
                        "admin",
                        "{\"name\": \"Suite\", \"productIds\": " + held
                                + ", \"tasks\": [{\"name\": \"Own\", \"weight\": 5}]}")
                .post("/api/v1/solutions")
                .path("id");
    }

    @Test
    void assigning_a_solution_is_ten_however_many_products_and_tasks() {
        for (int products : new int[] {1, 6}) {
            var own = Organisation.fresh();
            var solution = aSolution(own, products, products * 5);
            var path = "/api/v1/customers/" + own.customer("{\"name\": \"Acme\"}") + "/solutions";
            assertThat(of(() -> own.as("css", "{\"solutionId\": \"" + solution + "\"}")
                            .post(path)))
                    .hasSize(10);
        }
    }

    @Test
    void of_a_solution_little_grows_with_its_products_and_nothing_with_their_tasks() {
        for (int products : new int[] {1, 4}) {
            var own = Organisation.fresh();
            var solution = aSolution(own, products, products * 5);
            var path = "/api/v1/customers/" + own.customer("{\"name\": \"Acme\"}") + "/solutions";
            var assigned = own.as("css", "{\"solutionId\": \"" + solution + "\"}")
                    .post(path)
                    .jsonPath();
            var one = path + "/" + assigned.getString("id");
            var plan = "/api/v1/solution-adoption-plans/" + assigned.getString("adoptionPlan.id");
            var task = "/api/v1/tasks/" + assigned.getString("adoptionPlan.tasks[0].id");
            assertThat(of(() -> own.as("css").get(plan))).hasSize(5);
            assertThat(of(() -> own.as("css").get(one))).hasSize(6);
            assertThat(of(() -> own.as("css").get(path))).hasSize(4);
            assertThat(of(() -> own.as("css", "{\"status\": \"DONE\"}").put(task + "/status")))
                    .as("an own task: the plans of the products are looked at besides")
                    .hasSize(7);
            assertThat(of(() -> own.as("css", "").post(plan + "/sync/preview"))).hasSize(11);
            assertThat(of(() -> own.as("css", "{}").post(plan + "/sync")))
                    .as("each product by itself")
                    .hasSize(25 + 7 * products);
            assertThat(of(() ->
                            own.as("css", "{\"licenseLevel\": \"ADVANTAGE\"}").patch(one)))
                    .hasSize(11);
            assertThat(of(() -> own.as("css").delete(one))).hasSize(7);
        }
    }

    @Test
    void a_conflict_ends_with_the_commit_that_took_everything_back() {
        var adopted = Adopted.ofTasks(org, 5, "1");
        var again = "{\"productId\": \"" + adopted.product().getString("id") + "\"}";
        var sent = statements.during(
                () -> assertThat(Adopted.assign(org, adopted.customer(), again).statusCode())
                        .isEqualTo(409));
        assertThat(sent).hasSize(5).last().isEqualTo("commit");
    }

    @Test
    void a_change_of_status_is_five() {
        var adopted = Adopted.ofTasks(org, 50, "1");
        assertThat(of(() -> adopted.set(7, "DONE"))).hasSize(5);
    }

    @Test
    void a_change_of_fifty_is_six_and_as_many_as_one_of_two() {
        var adopted = Adopted.ofTasks(org, 52, "1");
        assertThat(of(() -> adopted.setMany(adopted.tasks().subList(0, 2), "DONE")))
                .hasSize(6);
        assertThat(of(() -> adopted.setMany(adopted.tasks().subList(2, 52), "DONE")))
                .hasSize(6);
    }

    @Test
    void a_preview_is_seven_as_are_a_synchronisation_and_its_undo_whatever_changed() {
        for (int tasks : new int[] {5, 50}) {
            var own = Organisation.fresh();
            var adopted = Adopted.ofTasks(own, tasks, "1");
            var product = adopted.product().getString("id");
            var customer = adopted.customer();
            adopted.set(0, "DONE");
            Catalogue.edit(own, product, Catalogue.ofTasks("Plain", tasks + 2, "1.5"));
            own.as("admin")
                    .delete("/api/v1/products/" + product + "/tasks/"
                            + adopted.product().getString("tasks[1].id"));
            assertThat(of(() -> own.as("css", "").post(adopted.planPath() + "/sync/preview")))
                    .hasSize(7);
            assertThat(of(() -> own.as("css", "{}").post(adopted.planPath() + "/sync")))
                    .hasSize(7);
            assertThat(of(() -> own.as("css", "{}").post(adopted.planPath() + "/sync")))
                    .as("nothing to write")
                    .hasSize(6);
            assertThat(of(() -> own.as("css", "").post(adopted.planPath() + "/sync/undo")))
                    .hasSize(7);
            assertThat(of(() -> own.as("css", "{\"licenseLevel\": \"ADVANTAGE\"}")
                            .patch("/api/v1/customers/" + customer + "/products/" + adopted.assignment()
                                    + "?sync=true")))
                    .hasSize(8);
        }
    }

    @Test
    void coming_back_is_seven_whatever_comes_back() {
        for (int tasks : new int[] {5, 50}) {
            var adopted = Adopted.ofTasks(Organisation.fresh(), tasks, "1");
            adopted.setMany(adopted.tasks(), "DONE");
            adopted.org().as("css").delete(adopted.path());
            var body = "{\"productId\": \"" + adopted.product().getString("id") + "\"}";
            assertThat(of(() -> adopted.org()
                            .as("css", body)
                            .post("/api/v1/customers/" + adopted.customer() + "/products?restore=true")))
                    .hasSize(7);
        }
    }

    @Test
    void all_milestones_at_once_cost_a_change_nothing_more() {
        var adopted = Adopted.ofTasks(org, 1, "1");
        assertThat(of(() -> adopted.set(0, "DONE"))).hasSize(5);
        var many = Adopted.by(org, adopted.customer(), Catalogue.product(org, Catalogue.ofTasks("Many", 50, "1")));
        assertThat(of(() -> many.setMany(many.tasks(), "DONE"))).hasSize(6);
    }

    @Test
    void a_filter_preference_is_one_and_saved_in_five() {
        var adopted = Adopted.ofTasks(org, 5, "1");
        var path = adopted.planPath() + "/filter-preference";
        assertThat(ofReading(path)).hasSize(1);
        assertThat(of(() -> org.as("css", "{\"status\": \"DONE\"}").put(path))).hasSize(5);
        assertThat(of(() -> org.as("css", "{\"tag\": \"net\"}").put(path))).hasSize(5);
        assertThat(ofReading(path)).hasSize(1);
    }

    @Test
    void a_retry_key_costs_two_on_the_short_road_and_three_on_the_long_one() {
        var adopted = Adopted.ofTasks(org, 2, "1");
        var done = "{\"taskIds\": [\"%s\"], \"status\": \"DONE\"}";
        var path = adopted.planPath() + "/tasks/status";
        assertThat(of(() -> keyed(done.formatted(adopted.tasks().get(0))).post(path)))
                .hasSize(of(() -> org.as("css", done.formatted(adopted.tasks().get(1)))
                                        .post(path))
                                .size()
                        + 2);

        var products = "/api/v1/products";
        var plain = of(() -> org.as("admin", "{\"name\": \"Made once\"}").post(products));
        assertThat(of(() -> org.as("admin", "{\"name\": \"Made with a key\"}")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post(products)))
                .hasSize(plain.size() + 3);
    }

    @Test
    void a_customer_is_brought_in_by_one_its_code_by_one_more_and_changed_by_six() {
        var customers = "/api/v1/customers";
        assertThat(of(() ->
                        org.as("css", "{\"name\": \"Named\", \"code\": \"N\"}").post(customers)))
                .hasSize(1);
        assertThat(of(() -> org.as("css", "{\"name\": \"Counted\"}").post(customers)))
                .hasSize(2);
        var customer = customers + "/" + org.customer("{\"name\": \"Changed\"}");
        assertThat(of(() -> org.as("css", "{\"industry\": \"Retail\"}").patch(customer)))
                .hasSize(6);
    }

    private RequestSpecification keyed(String body) {
        return org.as("css", body).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    @Test
    void a_plan_with_its_tasks_is_four_and_a_page_of_them_three() {
        var adopted = Adopted.ofTasks(org, 50, "1");
        assertThat(ofReading(adopted.planPath())).hasSize(4);
        assertThat(ofReading(adopted.planPath() + "/tasks")).hasSize(3);
    }

    @Test
    void a_task_is_one_its_history_three_its_telemetry_two() {
        var adopted = Adopted.secureEdge(org);
        adopted.set(0, "DONE");
        assertThat(ofReading(adopted.taskPath(0))).hasSize(1);
        assertThat(ofReading(adopted.taskPath(0) + "/history")).hasSize(3);
        assertThat(ofReading(adopted.taskPath(0) + "/telemetry")).hasSize(2);
    }

    @Test
    void a_customer_and_what_it_has_are_as_many_however_much_it_has() {
        var adopted = Adopted.ofTasks(org, 5, "1");
        for (int i = 0; i < 5; i++) {
            Adopted.by(org, adopted.customer(), Catalogue.product(org, Catalogue.ofTasks("Also " + i, 5, "1")));
        }
        var customer = "/api/v1/customers/" + adopted.customer();
        assertThat(ofReading(customer)).hasSize(1);
        assertThat(ofReading("/api/v1/customers?sort=name")).hasSize(2);
        assertThat(ofReading(customer + "/products")).hasSize(3);
        assertThat(ofReading(adopted.path())).hasSize(2);
        assertThat(ofReading(customer + "/adoption-plans")).hasSize(3);
        assertThat(ofReading(customer + "/overview")).hasSize(4);
    }

    @Test
    void a_page_of_the_audit_is_two_of_a_customers_three_and_one_less_with_a_cursor() {
        var adopted = Adopted.ofTasks(org, 5, "1");
        var customers = "/api/v1/customers/" + adopted.customer() + "/audit";
        String everywhere = org.as("admin").get("/api/v1/audit?limit=1").path("nextCursor");
        String here = org.as("css").get(customers + "?limit=1").path("nextCursor");
        assertThat(of(() -> org.as("admin").get("/api/v1/audit"))).hasSize(2);
        assertThat(of(() -> org.as("admin").get("/api/v1/audit?cursor=" + everywhere)))
                .hasSize(1);
        assertThat(ofReading(customers)).hasSize(3);
        assertThat(ofReading(customers + "?cursor=" + here)).hasSize(2);
    }

    @Test
    void a_customer_that_is_not_there_costs_its_audit_as_much_as_one_of_somebody_else() {
        var strange = Organisation.fresh().customer("{\"name\": \"Strange\"}");
        var sent = Stream.of(strange, World.NOWHERE)
                .map(id -> statements.during(() -> assertThat(org.as("css")
                                .get("/api/v1/customers/" + id + "/audit")
                                .statusCode())
                        .isEqualTo(404)))
                .toList();
        assertThat(sent.get(0)).hasSize(1).isEqualTo(sent.get(1));
    }
}
