package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilterPreferenceResourceTest {
    private static final String WHOLE = """
            {"status": "IN_PROGRESS", "outcomeId": "01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01",
             "releaseId": "01936f2e-7a10-7c3a-9d52-0f6b3c1e8f02", "tag": "Network", "archived": true}""";

    private final Organisation org = Organisation.fresh();
    private Adopted adopted;
    private String path = "";

    @BeforeEach
    void a_plan() {
        adopted = Adopted.ofTasks(org, 2, "1");
        path = adopted.planPath() + "/filter-preference";
    }

    private Response save(String who, String body) {
        return org.as(who, body).put(path);
    }

    private ValidatableResponse read(String who) {
        return org.as(who).get(path).then().statusCode(200);
    }

    @Test
    void who_saved_none_sees_all_of_the_plan() {
        read("viewer")
                .body("planId", is(adopted.plan()))
                .body("archived", is(false))
                .body("version", is(0))
                .body("size()", is(3));
    }

    @Test
    void what_was_saved_is_read_again_and_replaced_whole() {
        var saved = save("viewer", WHOLE)
                .then()
                .statusCode(200)
                .body("status", is("IN_PROGRESS"))
                .body("outcomeId", is("01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01"))
                .body("releaseId", is("01936f2e-7a10-7c3a-9d52-0f6b3c1e8f02"))
                .body("tag", is("Network"))
                .body("archived", is(true))
                .body("version", is(1))
                .extract();
        assertThat(read("viewer").extract().asString()).isEqualTo(saved.asString());
        assertThat(read("viewer").extract().header("ETag")).isEqualTo(saved.header("ETag"));
        save("viewer", WHOLE).then().body("version", is(1));
        save("viewer", "{\"tag\": \"Net\"}").then().body("version", is(2)).body("status", nullValue());
        read("viewer").body("tag", is("Net")).body("outcomeId", nullValue()).body("archived", is(false));
        save("viewer", "{}").then().statusCode(200).body("version", is(3)).body("size()", is(3));
    }

    @Test
    void nobody_sees_anothers_or_that_of_another_plan() {
        save("css", WHOLE).then().statusCode(200);
        read("viewer").body("version", is(0));
        read("admin").body("version", is(0)).body("status", nullValue());
        var other = Adopted.by(org, adopted.customer(), Catalogue.product(org, Catalogue.ofTasks("Other", 1, "1")));
        org.as("css").get(other.planPath() + "/filter-preference").then().body("version", is(0));
        read("css").body("version", is(1));
    }

    @Test
    void all_faults_are_told_at_once() {
        refused(
                        save(
                                "viewer",
                                "{\"status\": \"OPEN\", \"outcomeId\": \"x\", \"releaseId\": 7, \"archived\": \"no\", \"planId\": \"x\", \"version\": 1}"),
                        400,
                        "VALIDATION_ERROR")
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/status", "/outcomeId", "/releaseId", "/archived", "/planId", "/version"));
        for (var tag : new String[] {"", " ", "x".repeat(256)}) {
            refused(save("viewer", "{\"tag\": \"" + tag + "\"}"), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", containsInAnyOrder("/tag"))
                    .body("errors.code", containsInAnyOrder("LENGTH"));
        }
        read("viewer").body("version", is(0));
    }

    @Test
    void it_is_saved_on_the_state_that_was_read() {
        var none = read("viewer").extract().header("ETag");
        org.as("viewer", WHOLE)
                .header("If-Match", none)
                .put(path)
                .then()
                .statusCode(200)
                .body("version", is(1));
        refused(org.as("viewer", "{}").header("If-Match", none).put(path), 412, "VERSION_CONFLICT");
        read("viewer").body("version", is(1));
    }

    @Test
    void only_who_reads_the_plan_and_is_no_customer_and_no_machine() {
        for (var who : new String[] {"portal", "partner"}) {
            refused(org.as(who).get(path), 403, "FORBIDDEN");
            refused(save(who, "{}"), 403, "FORBIDDEN");
        }
        refused(org.as("user").get(path), 404, "ADOPTION_PLAN_NOT_FOUND");
        refused(save("user", "{}"), 404, "ADOPTION_PLAN_NOT_FOUND");
        var expert = Map.of("customer_ids", adopted.customer());
        org.as("sme", expert).get(path).then().statusCode(200);
        refused(Organisation.fresh().as("admin").get(path), 404, "ADOPTION_PLAN_NOT_FOUND");
        refused(Organisation.fresh().as("admin", "{}").put(path), 404, "ADOPTION_PLAN_NOT_FOUND");
    }

    @Test
    void it_comes_back_with_the_plan() {
        save("admin", "{\"tag\": \"Net\"}").then().statusCode(200);
        save("css", "{\"tag\": \"Work\"}").then().statusCode(200);
        org.as("css").delete(adopted.path()).then().statusCode(204);
        refused(org.as("css").get(path), 404, "ADOPTION_PLAN_NOT_FOUND");
        read("admin").body("tag", is("Net"));
        refused(save("admin", "{}"), 422, "TASK_ARCHIVED");
        org.as("css", "{\"productId\": \"" + adopted.product().getString("id") + "\"}")
                .post("/api/v1/customers/" + adopted.customer() + "/products?restore=true")
                .then()
                .statusCode(201);
        read("css").body("tag", is("Work"));
    }

    @Test
    void many_windows_of_one_person_leave_one() throws SQLException {
        var answers = Parallel.times(8, i -> save("viewer", "{\"tag\": \"Net " + i + "\"}"));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers)
                .extracting(answer -> answer.<Integer>path("version"))
                .doesNotHaveDuplicates();
        read("viewer").body("version", is(8));
        try (var database = Database.asSuperuser()) {
            assertThat(database.number(
                            "select count(*) from plan_filter_preference where plan_id = ?",
                            UUID.fromString(adopted.plan())))
                    .isEqualTo(1);
        }
    }
}
