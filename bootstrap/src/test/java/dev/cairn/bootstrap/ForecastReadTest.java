package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where plans are heading, as it is read: of which tasks the pace is made, and since when. */
@QuarkusTest
class ForecastReadTest {
    private final Organisation org = Organisation.fresh();
    private Adopted adopted;

    @BeforeEach
    void a_plan_of_ten_tasks() {
        adopted = Adopted.ofTasks(org, 10, "2.5");
    }

    private ValidatableResponse forecast() {
        return org.as("viewer").get(adopted.planPath()).then().statusCode(200);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    }

    /** The plan started so many days ago; a task that is named was completed so many days ago. */
    private void longAgo(int started, int... taskAndDays) throws SQLException {
        try (var database = Database.asSuperuser()) {
            database.run(
                    "update adoption_plan set started_at = now() - ? * interval '1 day' where id = ?",
                    started,
                    UUID.fromString(adopted.plan()));
            for (int i = 0; i < taskAndDays.length; i += 2) {
                database.run(
                        "update customer_task set completed_at = now() - ? * interval '1 day' where id = ?",
                        taskAndDays[i + 1],
                        UUID.fromString(adopted.tasks().get(taskAndDays[i])));
            }
        }
    }

    @Test
    void of_a_new_plan_it_is_too_early_to_tell() {
        forecast()
                .body("forecast.outlook", is("ON_TRACK"))
                .body("forecast.windowDays", is(1))
                .body("forecast.recentWeight", equalTo(0f))
                .body("forecast.velocity", equalTo(0f))
                .body("forecast.remainingWeight", equalTo(25f))
                .body("forecast.daysLeft", nullValue())
                .body("forecast.projectedDate", nullValue())
                .body("forecast.expectedDate", is(today().plusDays(180).toString()));
    }

    @Test
    void the_pace_is_made_of_what_was_completed_in_the_window_and_still_is() throws SQLException {
        adopted.setMany(adopted.tasks().subList(0, 5), "DONE");
        adopted.set(4, "IN_PROGRESS");
        longAgo(100, 0, 29, 1, 1, 2, 31, 3, 99);
        forecast()
                .body("forecast.windowDays", is(30))
                .body("forecast.recentWeight", equalTo(5f))
                .body("forecast.velocity", equalTo(0.1667f))
                .body("forecast.remainingWeight", equalTo(15f))
                .body("forecast.daysLeft", is(90))
                .body("forecast.projectedDate", is(today().plusDays(90).toString()))
                .body("forecast.expectedDate", is(today().plusDays(80).toString()))
                .body("forecast.outlook", is("BEHIND"));
        longAgo(90);
        forecast().body("forecast.outlook", is("ON_TRACK"));
    }

    @Test
    void a_plan_where_nothing_moves_for_a_window_is_stuck() throws SQLException {
        adopted.set(0, "DONE");
        longAgo(40, 0, 35);
        forecast().body("forecast.outlook", is("STUCK")).body("forecast.daysLeft", nullValue());
    }

    @Test
    void nothing_is_left_of_what_is_complete() throws SQLException {
        adopted.setMany(adopted.tasks(), "DONE");
        longAgo(400);
        forecast()
                .body("forecast.outlook", is("ON_TRACK"))
                .body("forecast.remainingWeight", equalTo(0f))
                .body("forecast.daysLeft", is(0))
                .body("forecast.projectedDate", nullValue());
    }

    @Test
    void a_plan_that_came_back_is_measured_from_then_on() throws SQLException {
        adopted.set(0, "DONE");
        longAgo(100, 0, 5);
        org.as("css").delete(adopted.path());
        org.as("css", "{\"productId\": \"" + adopted.product().getString("id") + "\"}")
                .post("/api/v1/customers/" + adopted.customer() + "/products?restore=true")
                .then()
                .statusCode(201);
        forecast()
                .body("forecast.windowDays", is(1))
                .body("forecast.recentWeight", equalTo(0f))
                .body("forecast.outlook", is("ON_TRACK"));
        adopted.set(1, "DONE");
        forecast().body("forecast.recentWeight", equalTo(2.5f)).body("forecast.daysLeft", is(8));
    }

    @Test
    void who_has_it_already_is_not_sent_it_again_until_it_moves() throws SQLException {
        var tag = forecast().extract().header("ETag");
        org.as("viewer")
                .header("If-None-Match", tag)
                .get(adopted.planPath())
                .then()
                .statusCode(304);
        longAgo(40);
        assertThat(org.as("viewer")
                        .header("If-None-Match", tag)
                        .get(adopted.planPath())
                        .statusCode())
                .isEqualTo(200);
    }
}
