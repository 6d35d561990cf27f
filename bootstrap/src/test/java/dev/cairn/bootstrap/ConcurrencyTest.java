package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many at once: nobody's work is lost, and the figures are those of the tasks. */
@QuarkusTest
class ConcurrencyTest {
    private static final List<String> STATUSES =
            List.of("IN_PROGRESS", "DONE", "COMPLETED", "NOT_APPLICABLE", "NO_LONGER_USING");

    private final Organisation org = Organisation.fresh();

    @Test
    void fifty_people_finishing_fifty_tasks_all_count() {
        var adopted = Adopted.ofTasks(org, 50, "1.37");

        assertThat(Parallel.times(50, i -> adopted.set(i, "DONE").statusCode())).containsOnly(200);

        var progress = adopted.readPlan();
        assertThat(progress.getInt("progress.completedTasks")).isEqualTo(50);
        assertThat(new BigDecimal(progress.getString("progress.completedWeight")))
                .isEqualByComparingTo("68.5");
        assertThat(new BigDecimal(progress.getString("progress.progressPercentage")))
                .isEqualByComparingTo("100");
        figuresAreThoseOfTheTasks(adopted);
    }

    @Test
    void one_by_one_and_many_at_once_in_any_mixture_end_with_exact_sums() {
        var adopted = Adopted.ofTasks(org, 20, "2.5");

        var answers = Parallel.times(
                50,
                i -> i % 5 == 0
                        ? adopted.setMany(adopted.tasks().subList(i % 7, i % 7 + 10), STATUSES.get(i / 5 % 5))
                                .statusCode()
                        : adopted.set(i % 20, STATUSES.get(i % 5)).statusCode());

        assertThat(answers).containsOnly(200);
        figuresAreThoseOfTheTasks(adopted);
    }

    @Test
    void one_task_raced_by_many_has_one_status_and_a_history_without_a_gap() {
        var adopted = Adopted.ofTasks(org, 2, "2.5");

        assertThat(Parallel.times(30, i -> adopted.set(0, STATUSES.get(i % 5)).statusCode()))
                .containsOnly(200);

        figuresAreThoseOfTheTasks(adopted);
        var history =
                org.as("admin").get(adopted.taskPath(0) + "/history?limit=200").jsonPath();
        List<String> from = history.getList("items.from");
        List<String> to = history.getList("items.to");
        assertThat(from.subList(0, from.size() - 1))
                .as("each change starts where the one before it ended")
                .isEqualTo(to.subList(1, to.size()));
        assertThat(to.get(0)).isEqualTo(adopted.readPlan().getString("tasks[0].status"));
        assertThat(adopted.readPlan().getInt("tasks[0].version")).isEqualTo(1 + to.size());
    }

    @Test
    void the_same_status_by_many_is_one_change() {
        var adopted = Adopted.ofTasks(org, 1, "2.5");

        assertThat(Parallel.times(20, i -> adopted.set(0, "DONE").statusCode())).containsOnly(200);

        assertThat(org.as("admin")
                        .get(adopted.taskPath(0) + "/history")
                        .jsonPath()
                        .getInt("total"))
                .isEqualTo(1);
        assertThat(adopted.readPlan().getInt("tasks[0].version")).isEqualTo(2);
    }

    @Test
    void the_same_product_assigned_by_many_is_assigned_once() {
        var customer = org.customer("{\"name\": \"Acme\"}");
        var product = Catalogue.product(org, Catalogue.ofTasks("Plain", 5, "1")).getString("id");
        var body = "{\"productId\": \"" + product + "\"}";

        var answers = Parallel.times(10, i -> Adopted.assign(org, customer, body));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.jsonPath().getString("code")).isEqualTo("CUSTOMER_PRODUCT_EXISTS");
                });
        org.as("css").get("/api/v1/customers/" + customer + "/products").then().body("total", is(1));
        org.as("css")
                .get("/api/v1/customers/" + customer + "/adoption-plans")
                .then()
                .body("total", is(1));
    }

    @Test
    void work_and_removal_at_once_leave_figures_that_agree() {
        var adopted = Adopted.ofTasks(org, 11, "2.5");

        var answers = Parallel.times(
                11,
                i -> i == 5
                        ? org.as("css").delete(adopted.path()).statusCode()
                        : adopted.set(i, "DONE").statusCode());

        assertThat(answers.get(5)).isEqualTo(204);
        assertThat(answers).isSubsetOf(200, 204, 404, 422);
        var done = Collections.frequency(adopted.readPlan().getList("tasks.status"), "DONE");
        assertThat(done).isEqualTo(Collections.frequency(answers, 200));
        figuresAreThoseOfTheTasks(adopted);
    }

    private static void figuresAreThoseOfTheTasks(Adopted adopted) {
        var plan = adopted.readPlan();
        List<Map<String, Object>> tasks = plan.getList("tasks");
        for (var status : plan.<String, Integer>getMap("progress.byStatus").entrySet()) {
            assertThat(tasks.stream().filter(task -> status.getKey().equals(task.get("status"))))
                    .as(status.getKey())
                    .hasSize(status.getValue());
        }
        assertThat(new BigDecimal(plan.getString("progress.completedWeight")))
                .isEqualByComparingTo(weight(tasks.stream()
                        .filter(task -> Boolean.TRUE.equals(task.get("isComplete")))
                        .toList()));
        assertThat(new BigDecimal(plan.getString("progress.totalWeight")))
                .isEqualByComparingTo(weight(tasks.stream()
                        .filter(task -> !"NOT_APPLICABLE".equals(task.get("status")))
                        .toList()));
    }

    private static BigDecimal weight(List<Map<String, Object>> tasks) {
        return tasks.stream()
                .map(task -> new BigDecimal(String.valueOf(task.get("weight"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
