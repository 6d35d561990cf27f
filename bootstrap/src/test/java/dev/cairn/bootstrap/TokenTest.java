package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    private final Organisation org = Organisation.fresh();

    private static RequestSpecification bearing(String header) {
        return given().header("Authorization", header).accept(ContentType.JSON);
    }

    private static void isUnauthenticated(Response answer) {
        refused(answer, 401, "UNAUTHENTICATED").header("WWW-Authenticate", is("Bearer"));
    }

    @Test
    void a_good_token_is_taken() {
        org.as("viewer").get(CUSTOMERS).then().statusCode(200);
    }

    @Test
    void without_a_token_nobody_gets_in() {
        isUnauthenticated(given().get(CUSTOMERS));
        isUnauthenticated(
                given().contentType(ContentType.JSON).body("{\"name\": \"x\"}").post(CUSTOMERS));
    }

    static Stream<Arguments> headersWithoutAToken() {
        var token = Organisation.fresh().token("admin", Map.of());
        return Stream.of(
                Arguments.of("an empty bearer", "Bearer"),
                Arguments.of("an empty bearer and a space", "Bearer "),
                Arguments.of("garbage", "Bearer garbage"),
                Arguments.of("garbage in three parts", "Bearer a.b.c"),
                Arguments.of("garbage in two parts", "Bearer a.b"),
                Arguments.of("nothing but dots", "Bearer .."),
                Arguments.of("parts that are JSON and no token", "Bearer e30.e30.e30"),
                Arguments.of("the word null", "Bearer null"),
                Arguments.of("the header name alone", "garbage"),
                Arguments.of("no scheme", token),
                Arguments.of("the scheme Basic", "Basic dXNlcjpwYXNz"),
                Arguments.of("the scheme Basic before a good token", "Basic " + token),
                Arguments.of("the scheme DPoP before a good token", "DPoP " + token),
                Arguments.of("the scheme and the token in one word", "Bearer" + token),
                Arguments.of("a token with a part too many", "Bearer " + token + ".e30"),
                Arguments.of(
                        "a token without its signature", "Bearer " + token.substring(0, token.lastIndexOf('.') + 1)),
                Arguments.of("two tokens", "Bearer " + token + "," + token));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headersWithoutAToken")
    void a_header_that_carries_no_token_is_refused(String what, String header) {
        isUnauthenticated(bearing(header).get(CUSTOMERS));
    }

    @Test
    void a_good_token_anywhere_else_than_in_the_header_is_not_taken() {
        var token = org.token("admin", Map.of());
        isUnauthenticated(given().get(CUSTOMERS + "?access_token=" + token));
        isUnauthenticated(given().cookie("access_token", token).get(CUSTOMERS));
        isUnauthenticated(given().formParam("access_token", token).post(CUSTOMERS));
    }

    @Test
    void a_token_that_was_taken_before_is_not_taken_beside_another() {
        var good = "Bearer " + org.token("viewer", Map.of());
        bearing(good).get(CUSTOMERS).then().statusCode(200);
        bearing(good).get(CUSTOMERS).then().statusCode(200);
        assertThat(bearing("Bearer e30.e30.e30")
                        .header("Authorization", good)
                        .get(CUSTOMERS)
                        .statusCode())
                .isEqualTo(401);
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong("expired", Map.of("ttl", "-120")),
                wrong("just expired", Map.of("ttl", "-1")),
                wrong("without an end", Map.of("ttl", "")),
                wrong("not yet valid", Map.of("nbf", "3600")),
                wrong("issued in the future", Map.of("iat", "3600", "ttl", "7200")),
                wrong("for another audience", Map.of("aud", "billing-api")),
                wrong("for no audience", Map.of("aud", "")),
                wrong("of another issuer", Map.of("iss", "https://elsewhere.example/realms/cairn")),
                wrong("of no issuer", Map.of("iss", "")),
                wrong("of an issuer that is ours but for a slash", Map.of("iss", Organisation.issuer() + "/")),
                wrong("signed by a foreign key under the right id", Map.of("key", "foreign")),
                wrong("signed by a foreign key under an unknown id", Map.of("key", "foreign", "kid", "unknown")),
                wrong("of an unknown key", Map.of("kid", "unknown")),
                wrong("of a key whose id is a path", Map.of("kid", "../../../../dev/null")),
                wrong("of no key", Map.of("kid", "")),
                wrong("not signed", Map.of("alg", "none")),
                wrong("not signed, of an unknown key", Map.of("alg", "none", "kid", "unknown")),
                wrong("signed by HS256 with the public key as the secret", Map.of("alg", "HS256")),
                wrong("changed after signing", Map.of("tamper", "true")));
    }

    private static Arguments wrong(String what, Map<String, String> claims) {
        return Arguments.of(what, claims);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void a_token_that_is_not_for_us_or_not_from_our_issuer_is_refused(String what, Map<String, String> claims) {
        isUnauthenticated(org.as("admin", claims).get(CUSTOMERS));
    }

    @Test
    void a_payload_of_ones_own_under_a_good_signature_is_refused() {
        var parts = org.token("viewer", Map.of()).split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var promoted = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("VIEWER", "ADMIN").getBytes(StandardCharsets.UTF_8));
        isUnauthenticated(
                bearing("Bearer " + parts[0] + "." + promoted + "." + parts[2]).get(CUSTOMERS));
    }

    @Test
    void a_token_of_a_clock_a_little_ahead_is_taken() {
        org.as("viewer", Map.of("iat", "20")).get(CUSTOMERS).then().statusCode(200);
    }

    @Test
    void a_good_token_that_lost_a_piece_is_refused_and_breaks_nothing() {
        var token = org.token("admin", Map.of());
        for (int at = 1; at < token.length() - 1; at += 67) {
            isUnauthenticated(bearing("Bearer " + token.substring(0, at)).get(CUSTOMERS));
            isUnauthenticated(bearing("Bearer " + token.substring(at)).get(CUSTOMERS));
            isUnauthenticated(bearing("Bearer " + token.substring(0, at) + token.substring(at + 1))
                    .get(CUSTOMERS));
            isUnauthenticated(bearing("Bearer " + token.substring(0, at) + "." + token.substring(at))
                    .get(CUSTOMERS));
        }
    }

    @Nested
    class AGoodTokenThatSaysTooLittle {
        @ParameterizedTest
        @ValueSource(strings = {"", "north wind", "a/b", "x'; drop table customer; --", "*", "ä"})
        void names_no_organisation(String orgId) {
            refused(org.as("admin", Map.of("org_id", orgId)).get(CUSTOMERS), 403, "FORBIDDEN");
        }

        @Test
        void names_an_organisation_that_is_too_long() {
            refused(org.as("admin", Map.of("org_id", "x".repeat(65))).get(CUSTOMERS), 403, "FORBIDDEN");
        }

        @Test
        void names_nobody() {
            refused(org.as("admin", Map.of("sub", "x".repeat(256))).get(CUSTOMERS), 403, "FORBIDDEN");
            refused(org.as("admin", Map.of("sub", " ")).get(CUSTOMERS), 403, "FORBIDDEN");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "GUEST", "admin", "ADMINISTRATOR,ROOT"})
        void carries_no_role_that_we_know(String roles) {
            refused(org.as("admin", Map.of("roles", roles)).get(CUSTOMERS), 403, "FORBIDDEN");
        }
    }

    @Test
    void the_organisation_comes_from_the_token_alone() {
        var theirs = Organisation.fresh();
        var id = theirs.customer("{\"name\": \"Theirs\"}");
        org.as("admin")
                .header("org_id", theirs.name())
                .header("X-Org-Id", theirs.name())
                .header("X-Tenant", theirs.name())
                .get(CUSTOMERS + "/" + id)
                .then()
                .statusCode(404);
        refused(
                        org.as("admin", "{\"name\": \"x\", \"orgId\": \"" + theirs.name() + "\"}")
                                .post(CUSTOMERS),
                        400,
                        "VALIDATION_ERROR")
                .body("errors[0].pointer", is("/orgId"));
        refused(org.as("admin").get(CUSTOMERS + "?org_id=" + theirs.name()), 400, "VALIDATION_ERROR");
    }

    @Test
    void several_roles_add_up() {
        var both = Map.of("roles", "VIEWER,GUEST,SALES");
        org.as("viewer", both)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"x\"}")
                .post(CUSTOMERS)
                .then()
                .statusCode(201);
    }

    @Nested
    class AnUnknownPath {
        @ParameterizedTest
        @ValueSource(
                strings = {"/api/v1/nothing", "/api/v1/", "/api/", "/api/v2/customers", "/api/v1/customers/7/nothing"})
        void is_401_without_a_token_and_404_with_one(String path) {
            isUnauthenticated(given().get(path));
            refused(org.as("viewer").get(path), 404, "NOT_FOUND");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/%61pi/v1/customers",
                    "/./api/v1/customers",
                    "/q/../api/v1/customers",
                    "/api/v1/./customers",
                    "//api/v1/customers"
                })
        void written_in_an_odd_way_is_no_way_around_the_token(String path) {
            var answer = given().urlEncodingEnabled(false).get(path);
            assertThat(answer.statusCode()).as(answer.asString()).isIn(401, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/openapi", "/openapi?format=json", "/q/openapi"})
    void what_is_public_needs_no_token(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void a_refusal_carries_the_trace_of_its_request() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get(CUSTOMERS)
                .then()
                .body("traceId", is("4bf92f3577b34da6a3ce929d0e0e4736"))
                .body("instance", containsString(CUSTOMERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api;a=b/v1/customers", "/api/v1;x/customers", "//api/v1/customers", "/nowhere"})
    void a_path_in_another_form_asks_for_a_token_too(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(401).body("code", is("UNAUTHENTICATED"));
    }
}
