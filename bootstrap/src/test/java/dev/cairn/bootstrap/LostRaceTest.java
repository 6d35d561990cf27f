package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import dev.cairn.bootstrap.support.Picture;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database makes one of two yield; here it does so on purpose, as often as the customer's description says. */
@QuarkusTest
class LostRaceTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    private final Organisation org = Organisation.fresh();

    @BeforeEach
    void a_database_that_yields() throws SQLException {
        try (var database = Database.asSuperuser()) {
            database.run("create sequence test_yields"); // counts on when the transaction is rolled back
            database.run("grant usage on sequence test_yields to cairn_app");
            database.run("""
                    create function test_yield() returns trigger language plpgsql as $$ begin
                      if nextval('test_yields') <= new.description::int then
                        raise exception using errcode = '40001', message = 'could not serialize access';
                      end if;
                      return new;
                    end $$""");
            database.run("create trigger test_yield before insert on customer for each row"
                    + " when (new.name like 'Race%') execute function test_yield()");
        }
    }

    @AfterEach
    void no_more() throws SQLException {
        try (var database = Database.asSuperuser()) {
            database.run("drop trigger test_yield on customer");
            database.run("drop function test_yield");
            database.run("drop sequence test_yields");
        }
    }

    private static String losing(int times) {
        return "{\"name\": \"Race\", \"code\": \"RACE\", \"description\": \"" + times + "\"}";
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void is_tried_again_without_a_word(int times) throws SQLException {
        org.as("css", losing(times))
                .post(CUSTOMERS)
                .then()
                .statusCode(201)
                .body("code", is("RACE"))
                .body("version", is(1));
        try (var database = Database.asSuperuser()) {
            assertThat(database.number("select count(*) from customer where org_id = ?", org.name()))
                    .isEqualTo(1);
            assertThat(database.number("select count(*) from outbox where org_id = ?", org.name()))
                    .isEqualTo(1);
            assertThat(database.number("select count(*) from audit_entry where org_id = ?", org.name()))
                    .isEqualTo(1);
        }
    }

    @Test
    void is_given_up_after_three_more_times_and_left_to_the_caller() throws SQLException {
        try (var picture = new Picture(org)) {
            var before = picture.now();
            refused(org.as("css", losing(4)).post(CUSTOMERS), 503, "UNAVAILABLE")
                    .header("Retry-After", notNullValue());
            assertThat(picture.now()).isEqualTo(before);
        }
    }

    @Test
    void twenty_at_once_under_one_name_make_one_customer() throws SQLException {
        org.token("css", java.util.Map.of());
        var answers = Parallel.times(
                        20,
                        i -> org.as("css", "{\"name\": \"" + (i % 2 == 0 ? "One" : "ONE") + "\"}")
                                .post(CUSTOMERS)
                                .statusCode())
                .stream()
                .sorted()
                .toList();
        assertThat(answers).startsWith(201, 409).endsWith(409).doesNotContain(500, 503);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
    }

    @Test
    void twenty_at_once_without_a_code_get_twenty_codes() throws SQLException {
        org.token("css", java.util.Map.of());
        var codes = Parallel.times(
                        20,
                        i -> org.as("css", "{\"name\": \"N" + i + "\"}")
                                .post(CUSTOMERS)
                                .then()
                                .statusCode(201)
                                .extract()
                                .<String>path("code"))
                .stream()
                .sorted()
                .toList();
        assertThat(codes)
                .doesNotHaveDuplicates()
                .hasSize(20)
                .startsWith("C-000001")
                .endsWith("C-000020");
    }
}
