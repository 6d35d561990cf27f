package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerResourceTest {
    private static final String ACME = """
            {"name": "Acme Retail", "type": "BUSINESS", "email": "ops@acme.example", "industry": "Retail",
             "tags": ["emea"], "assignedTo": "user-17"}""";

    private final Organisation org = Organisation.fresh();

    @Test
    void a_customer_is_born_active_with_a_generated_code_and_found_at_its_location() {
        var location = org.as("css", ACME)
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .body("code", is("C-000001"))
                .body("accountStatus", is("ACTIVE"))
                .body("isActive", is(true))
                .body("lifecycleStage", is("PROSPECT"))
                .body("progressPercentage", equalTo(0f))
                .body("version", is(1))
                .body("createdBy", is(org.person("css")))
                .body("suspendedAt", nullValue())
                .extract()
                .header("Location");
        org.as("viewer")
                .get(location)
                .then()
                .statusCode(200)
                .body("name", is("Acme Retail"))
                .body("email", is("ops@acme.example"))
                .body("tags", contains("emea"));
    }

    @Test
    void a_generated_code_passes_over_codes_that_people_gave() {
        org.customer("{\"name\": \"One\", \"code\": \"c-000001\"}");
        org.as("css", "{\"name\": \"Two\"}").post("/api/v1/customers").then().body("code", is("C-000002"));
    }

    @Test
    void an_individual_has_two_names_and_may_share_them() {
        var person = "{\"type\": \"INDIVIDUAL\", \"firstName\": \"Ada\", \"lastName\": \"Moreau\"}";
        org.customer(person);
        org.as("css", person).post("/api/v1/customers").then().statusCode(201).body("name", is("Ada Moreau"));
    }

    @Test
    void a_name_is_taken_whatever_its_case_and_free_again_after_deletion() {
        var id = org.customer("{\"name\": \"Ärger GmbH\"}");
        var again = "{\"name\": \"  äRGER gmbh \"}";
        org.as("css", again)
                .post("/api/v1/customers")
                .then()
                .statusCode(409)
                .body("code", is("CUSTOMER_NAME_EXISTS"))
                .body("errors[0].pointer", is("/name"));
        org.as("admin").delete("/api/v1/customers/" + id).then().statusCode(204);
        org.as("admin").delete("/api/v1/customers/" + id).then().statusCode(404);
        org.as("css", again).post("/api/v1/customers").then().statusCode(201);
    }

    @Test
    void email_code_and_external_id_are_taken_too() {
        org.customer("{\"name\": \"A\", \"email\": \"a@b.example\", \"code\": \"X1\", \"externalId\": \"e\"}");
        org.as("css", "{\"name\": \"B\", \"email\": \"A@B.example\"}")
                .post("/api/v1/customers")
                .then()
                .statusCode(409)
                .body("code", is("CUSTOMER_EMAIL_EXISTS"));
        org.as("css", "{\"name\": \"B\", \"code\": \"x1\"}")
                .post("/api/v1/customers")
                .then()
                .statusCode(409)
                .body("code", is("CUSTOMER_CODE_EXISTS"));
        org.as("css", "{\"name\": \"B\", \"externalId\": \"e\"}")
                .post("/api/v1/customers")
                .then()
                .statusCode(409)
                .body("code", is("EXTERNAL_ID_EXISTS"));
    }

    @Test
    void all_faults_of_a_body_are_told_at_once() {
        org.as("css", """
                        {"name": " ", "type": "GUILD", "email": "nobody", "tags": ["a", 7, "A"], "phone": 5, "version": 3,
                         "address": {"planet": "Mars"}, "nextFollowUpAt": "soon", "website": "ftp://x"}""")
                .post("/api/v1/customers")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("VALIDATION_ERROR"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/name",
                                "/type",
                                "/email",
                                "/tags/1",
                                "/tags/2",
                                "/phone",
                                "/version",
                                "/address/planet",
                                "/nextFollowUpAt",
                                "/website"))
                .body("traceId", notNullValue());
    }

    @Nested
    class TheAccount {
        private String id;

        @BeforeEach
        void a_customer() {
            id = org.customer(ACME);
        }

        @Test
        void suspended_refuses_writes_and_reads_on() {
            org.as("admin", "{\"reasonCode\": \"PAYMENT_FAILED\", \"note\": \"invoice 7\"}")
                    .post("/api/v1/customers/" + id + "/suspend")
                    .then()
                    .statusCode(200)
                    .body("accountStatus", is("SUSPENDED"))
                    .body("statusReason", is("PAYMENT_FAILED"))
                    .body("suspendedAt", notNullValue())
                    .body("version", is(2));
            org.as("admin", "{\"reasonCode\": \"OTHER\"}")
                    .post("/api/v1/customers/" + id + "/suspend")
                    .then()
                    .statusCode(200)
                    .body("statusReason", is("PAYMENT_FAILED"))
                    .body("version", is(2));
            org.as("css", ACME)
                    .put("/api/v1/customers/" + id)
                    .then()
                    .statusCode(423)
                    .body("code", is("CUSTOMER_SUSPENDED"));
            org.as("css").get("/api/v1/customers/" + id).then().statusCode(200);
            org.as("admin", "")
                    .post("/api/v1/customers/" + id + "/activate")
                    .then()
                    .statusCode(200)
                    .body("isActive", is(true));
            org.as("css", ACME).put("/api/v1/customers/" + id).then().statusCode(200);
        }

        @Test
        void inactive_cannot_be_suspended() {
            org.as("admin", "{\"reasonCode\": \"CLOSED\"}")
                    .post("/api/v1/customers/" + id + "/deactivate")
                    .then()
                    .statusCode(200)
                    .body("accountStatus", is("INACTIVE"));
            org.as("admin", "{\"reasonCode\": \"OTHER\"}")
                    .post("/api/v1/customers/" + id + "/suspend")
                    .then()
                    .statusCode(422)
                    .body("code", is("INVALID_STATUS_TRANSITION"));
            org.as("css", "{\"reason\": \"QUALIFIED\"}")
                    .post("/api/v1/customers/" + id + "/lifecycle")
                    .then()
                    .statusCode(423)
                    .body("code", is("CUSTOMER_INACTIVE"));
        }
    }

    @Nested
    class AList {
        @Test
        void is_filtered_searched_sorted_and_counted() {
            org.customer("{\"name\": \"Beta\", \"tags\": [\"EMEA\"], \"lifecycleStage\": \"ACTIVE\"}");
            org.customer("{\"name\": \"alpha\", \"tags\": [\"emea\"], \"lifecycleStage\": \"ACTIVE\"}");
            org.customer("{\"name\": \"Gamma_1\"}");
            org.as("css")
                    .get("/api/v1/customers?lifecycleStage=ACTIVE&tag=Emea&sort=name&limit=1")
                    .then()
                    .statusCode(200)
                    .body("items.name", contains("alpha"))
                    .body("total", is(2))
                    .body("nextCursor", notNullValue());
            org.as("css").get("/api/v1/customers?q=A_1").then().body("items.name", contains("Gamma_1"));
        }

        /** What an item shows, in the order of a walk to the end. */
        private List<String> walked(String sort, String shown) {
            var seen = new ArrayList<String>();
            var url = "/api/v1/customers?limit=3&sort=" + sort;
            var cursor = "";
            do {
                var page =
                        org.as("css").get(url + cursor).then().statusCode(200).extract();
                seen.addAll(page.path("items." + shown));
                String next = page.path("nextCursor");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            return seen;
        }

        @Test
        void is_walked_by_cursor_to_its_end_each_item_once() {
            for (int i = 0; i < 7; i++) {
                org.customer("{\"name\": \"N" + (i % 3) + i + "\"}");
            }
            assertThat(walked("-name", "name"))
                    .hasSize(7)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }

        @Test
        void is_walked_both_ways_at_once_by_cursor_to_its_end() {
            // People may share a name, so a page ends between equals.
            for (int i = 0; i < 8; i++) {
                org.customer("{\"type\": \"INDIVIDUAL\", \"firstName\": \"Jo\", \"lastName\": \"N" + (i / 4)
                        + "\", \"code\": \"J-" + i + "\"}");
            }
            assertThat(walked("name,-code", "code"))
                    .containsExactly("J-3", "J-2", "J-1", "J-0", "J-7", "J-6", "J-5", "J-4");
            assertThat(walked("-name,code", "code"))
                    .containsExactly("J-4", "J-5", "J-6", "J-7", "J-0", "J-1", "J-2", "J-3");
        }

        @Test
        void refuses_a_cursor_that_it_never_wrote() {
            var forged = Map.of(
                    "NAME", "[\"NAME\",\"a\\u0000b\",\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01\"]",
                    "CREATED_AT",
                            "[\"CREATED_AT\",\"+1000000000-12-31T23:59:59Z\",\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01\"]",
                    "UPDATED_AT", "[\"UPDATED_AT\",7,{}]");
            var sorts = Map.of("NAME", "name", "CREATED_AT", "createdAt", "UPDATED_AT", "updatedAt");
            forged.forEach((key, cursor) -> org.as("css")
                    .get("/api/v1/customers?sort=" + sorts.get(key) + "&cursor="
                            + Base64.getUrlEncoder().encodeToString(cursor.getBytes(StandardCharsets.UTF_8)))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", is("/cursor")));
        }

        @Test
        void refuses_what_it_does_not_know() {
            org.as("css")
                    .urlEncodingEnabled(false)
                    .get("/api/v1/customers?limit=0&sort=shoeSize&colour=red&type=GUILD&q=%00&cursor=x&offset=2")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", containsInAnyOrder("/limit", "/sort", "/colour", "/type", "/q", "/offset"));
            org.as("css")
                    .get("/api/v1/customers?cursor=x")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", is("/cursor"));
        }
    }

    @Test
    void an_odd_id_is_nobodys() {
        org.as("css").get("/api/v1/customers/7").then().statusCode(404).body("code", is("CUSTOMER_NOT_FOUND"));
        org.as("css", ACME)
                .urlEncodingEnabled(false)
                .put("/api/v1/customers/%00")
                .then()
                .statusCode(404)
                .body("code", is("CUSTOMER_NOT_FOUND"));
    }

    @Test
    void another_organisations_customer_is_as_missing_as_none() {
        var theirs = Organisation.fresh().customer(ACME);
        var nowhere = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";
        var refusal = org.as("css")
                .get("/api/v1/customers/" + theirs)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        var missing =
                org.as("css").get("/api/v1/customers/" + nowhere).asString().replace(nowhere, theirs);
        assertThat(refusal.replaceAll("\"traceId\":\"\\w+\"", ""))
                .isEqualTo(missing.replaceAll("\"traceId\":\"\\w+\"", ""));
        org.as("css").get("/api/v1/customers").then().body("items", hasSize(0)).body("total", is(0));
    }

    @Test
    void one_customer_is_one_statement_and_a_list_is_two() {
        var id = org.customer(ACME);
        var statements = new Statements();
        org.as("css").get("/api/v1/customers/" + id);
        assertThat(statements.during(() -> org.as("css").get("/api/v1/customers/" + id)))
                .hasSize(1);
        assertThat(statements.during(() -> org.as("css").get("/api/v1/customers?sort=name")))
                .hasSize(2);
    }
}
