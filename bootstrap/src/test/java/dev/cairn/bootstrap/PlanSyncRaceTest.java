package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Measured;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Synchronisations, decisions, telemetry and edits of the catalogue, all of one plan at once. */
@QuarkusTest
class PlanSyncRaceTest {
    private static final int TASKS = 12;
    private static final List<String> LEVELS = List.of("ESSENTIAL", "SIGNATURE");

    private final Organisation org = Organisation.fresh();

    @Test
    void figures_are_exact_decisions_are_kept_and_nobody_waits_for_ever() {
        var measured = Measured.ofTasks(org, TASKS, "2.5");
        var adopted = measured.adopted();
        var product = adopted.product().getString("id");
        // Half of the tasks are decided by people, the other half by telemetry.
        var answers = Parallel.times(60, i -> switch (i % 6) {
            case 0 -> org.as("css", "{}").post(adopted.planPath() + "/sync");
            case 1 -> adopted.set(i / 6 % (TASKS / 2), "COMPLETED");
            case 2 -> measured.users(TASKS / 2 + i / 6 % (TASKS / 2), 150);
            case 3 -> edit(product, i);
            case 4 -> org.as("css", "").post(adopted.planPath() + "/sync/" + (i % 12 == 4 ? "preview" : "undo"));
            default ->
                org.as("css", "{\"licenseLevel\": \"" + LEVELS.get(i % 2) + "\"}")
                        .patch(adopted.path() + "?sync=" + (i % 12 == 5));
        });

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(List.of(200, 201, 409)).as(answer.asString()).contains(answer.statusCode()));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allSatisfy(answer ->
                        assertThat(answer.jsonPath().getString("code")).isEqualTo("SYNC_NOT_UNDOABLE"));

        org.as("css", "{}").post(adopted.planPath() + "/sync").then().statusCode(200);
        var plan = adopted.readPlan();
        List<Map<String, Object>> tasks = plan.getList("tasks");
        assertThat(plan.getBoolean("needsSync")).isFalse();
        assertThat(tasks).extracting(task -> task.get("originalTaskId")).doesNotHaveDuplicates();
        IntStream.range(0, TASKS / 2)
                .mapToObj(i -> tasks.stream()
                        .filter(task -> adopted.tasks().get(i).equals(task.get("id")))
                        .findFirst()
                        .orElseThrow())
                .forEach(task -> assertThat(task.get("status")).isEqualTo("COMPLETED"));
        assertThat(new BigDecimal(plan.getString("progress.totalWeight"))).isEqualByComparingTo(weight(tasks));
        assertThat(new BigDecimal(plan.getString("progress.completedWeight")))
                .isEqualByComparingTo(weight(tasks.stream()
                        .filter(task -> Boolean.TRUE.equals(task.get("isComplete")))
                        .toList()));
    }

    @Test
    void many_who_synchronise_at_once_do_it_once() {
        var measured = Measured.ofTasks(org, 2, "2.5");
        var adopted = measured.adopted();
        org.as("admin", "{\"name\": \"One more\", \"weight\": 5}")
                .post("/api/v1/products/" + adopted.product().getString("id") + "/tasks")
                .then()
                .statusCode(201);

        var answers = Parallel.times(12, i -> org.as("css", "{}").post(adopted.planPath() + "/sync"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers.stream().filter(answer -> answer.jsonPath().getBoolean("changed")))
                .hasSize(1);
        assertThat(adopted.readPlan().getInt("progress.totalTasks")).isEqualTo(3);
        assertThat(adopted.readPlan().getInt("version")).isEqualTo(2);
    }

    /** A weight that moves, and a task that comes. */
    private Response edit(String product, int step) {
        return step % 12 == 3
                ? org.as("admin", "{\"weight\": " + (1 + step % 4) + "}")
                        .patch("/api/v1/products/" + product + "/tasks/"
                                + org.as("admin")
                                        .get("/api/v1/products/" + product + "/tasks")
                                        .<String>path("items[" + step % TASKS + "].id"))
                : org.as("admin", "{\"name\": \"Extra " + step + "\", \"weight\": 1}")
                        .post("/api/v1/products/" + product + "/tasks");
    }

    private static BigDecimal weight(List<Map<String, Object>> tasks) {
        return tasks.stream()
                .filter(task -> !"NOT_APPLICABLE".equals(task.get("status")))
                .map(task -> new BigDecimal(String.valueOf(task.get("weight"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
