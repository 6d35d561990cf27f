package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Keycloak;
import dev.cairn.bootstrap.support.Packaged;
import dev.cairn.bootstrap.support.Tour;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged service with a real Keycloak: the realm that we publish, its claims, its rights, its keys. */
@QuarkusIntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakIT {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String PRODUCTS = "/api/v1/products";
    private static final String SERVICE_ACCOUNT = "service-account-";

    DevServicesContext services;

    private Keycloak keycloak;
    private Packaged service;

    @BeforeAll
    void start() throws Exception {
        keycloak = Keycloak.start();
        try {
            var settings = new HashMap<>(services.devServicesProperties());
            settings.put("quarkus.oidc.auth-server-url", keycloak.realm());
            service = Packaged.start(settings);
        } catch (Exception | AssertionError e) {
            keycloak.close();
            throw e;
        }
    }

    @AfterAll
    void stop() throws Exception {
        try (var last = keycloak) {
            if (service != null) {
                service.close();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "admin,   ADMIN,    201, 201, 200",
        "css,     CSS,      201, 403, 200",
        "sales,   SALES,    201, 403, 200",
        "support, SUPPORT,  403, 403, 200",
        "sme,     SME,      403, 201, 200",
        "user,    USER,     403, 403, 200",
        "viewer,  VIEWER,   403, 403, 200",
        "portal,  CUSTOMER, 403, 403, 403",
        "partner, SERVICE,  403, 403, 200"
    })
    void each_role_has_its_rights_as_a_person_and_as_a_machine(
            String name, String role, int createCustomer, int createProduct, int readProducts) {
        for (var org : List.of("northwind", "southwind")) {
            for (var token : List.of(keycloak.person(name + "@" + org), keycloak.machine(name + "@" + org))) {
                var claims = Keycloak.claims(token);
                assertThat(claims.getString("org_id")).isEqualTo(org);
                assertThat(claims.getJsonObject("realm_access").getJsonArray("roles"))
                        .containsExactly(role);

                service.as(token).get(CUSTOMERS).then().statusCode(200);
                service.as(token).get(PRODUCTS).then().statusCode(readProducts);
                service.as(token, named("Customer")).post(CUSTOMERS).then().statusCode(createCustomer);
                service.as(token, named("Product")).post(PRODUCTS).then().statusCode(createProduct);
            }
        }
    }

    @Test
    void a_portal_user_sees_its_own_customer_alone() {
        var own = customer("northwind", "");
        var other = customer("northwind", "");
        keycloak.attribute("portal@northwind", "customer_id", List.of(own));
        keycloak.attribute(SERVICE_ACCOUNT + "portal@northwind", "customer_id", List.of(own));

        for (var token : List.of(keycloak.person("portal@northwind"), keycloak.machine("portal@northwind"))) {
            seesAlone(token, own);
            isMissing(service.as(token).get(CUSTOMERS + "/" + other));
        }
    }

    @Test
    void a_partner_sees_its_whole_organisation_unless_it_is_limited_to_some_customers() {
        var granted = customer("southwind", "");
        var other = customer("southwind", "");
        var whole = keycloak.machine("partner@southwind");
        service.as(whole).get(CUSTOMERS + "/" + granted).then().statusCode(200);
        service.as(whole).get(CUSTOMERS + "/" + other).then().statusCode(200);

        keycloak.attribute(SERVICE_ACCOUNT + "partner@southwind", "customer_ids", List.of(granted));
        var limited = keycloak.machine("partner@southwind");

        assertThat(Keycloak.claims(limited).getJsonArray("customer_ids")).containsExactly(granted);
        seesAlone(limited, granted);
        isMissing(service.as(limited).get(CUSTOMERS + "/" + other));
    }

    @Test
    void an_expert_sees_the_customers_granted() {
        var first = customer("southwind", "");
        var second = customer("southwind", "");
        var other = customer("southwind", "");
        keycloak.attribute("sme@southwind", "customer_ids", List.of(first, second));

        var token = keycloak.person("sme@southwind");

        service.as(token).get(CUSTOMERS).then().body("items.id.toSet()", is(Set.of(first, second)));
        isMissing(service.as(token).get(CUSTOMERS + "/" + other));
    }

    @Test
    void a_user_sees_the_customers_assigned_to_the_subject_of_the_token() {
        var token = keycloak.person("user@southwind");
        var assigned = customer(
                "southwind", ", \"assignedTo\": \"" + Keycloak.claims(token).getString("sub") + "\"");
        var other = customer("southwind", "");

        seesAlone(token, assigned);
        isMissing(service.as(token).get(CUSTOMERS + "/" + other));
    }

    @Test
    void nobody_sees_another_organisation() {
        var theirs = customer("southwind", "");

        isMissing(service.as(keycloak.machine("admin@northwind")).get(CUSTOMERS + "/" + theirs));
    }

    @Test
    void what_is_no_token_of_our_realm_is_refused() {
        var good = keycloak.machine("admin@northwind");
        var parts = good.split("\\.");

        isUnauthenticated(service.request().get(CUSTOMERS));
        isUnauthenticated(service.as("garbage").get(CUSTOMERS));
        isUnauthenticated(service.as("a.b.c").get(CUSTOMERS));
        isUnauthenticated(service.as(parts[0] + "." + parts[1] + "." + parts[2].substring(1) + "A")
                .get(CUSTOMERS));
        isUnauthenticated(service.as(keycloak.administrator()).get(CUSTOMERS));
    }

    @Test
    void the_tour_runs_unchanged() throws Exception {
        Tour.walk(service.url(), keycloak.realm());
    }

    @Test
    void a_new_key_is_taken_while_everything_runs_and_the_old_one_counts_no_longer() {
        var old = keycloak.machine("viewer@northwind");
        service.as(old).get(CUSTOMERS).then().statusCode(200);

        keycloak.rotate();
        var fresh = keycloak.machine("viewer@northwind");

        assertThat(header(fresh)).isNotEqualTo(header(old));
        soon(() -> service.as(fresh).get(CUSTOMERS).then().statusCode(200));
        soon(() -> isUnauthenticated(service.as(old).get(CUSTOMERS)));
    }

    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    private static void soon(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion::run);
    }

    private static String named(String what) {
        return "{\"name\": \"" + what + " " + UUID.randomUUID() + "\"}";
    }

    private String customer(String org, String more) {
        var body = named("Customer").replace("}", more + "}");
        return service.as(keycloak.machine("admin@" + org), body)
                .post(CUSTOMERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void seesAlone(String token, String customer) {
        service.as(token)
                .get(CUSTOMERS)
                .then()
                .statusCode(200)
                .body("items.id", contains(customer))
                .body("total", is(1));
        service.as(token).get(CUSTOMERS + "/" + customer).then().statusCode(200);
    }

    private static void isMissing(Response answer) {
        refused(answer, 404, "CUSTOMER_NOT_FOUND");
    }

    private static void isUnauthenticated(Response answer) {
        refused(answer, 401, "UNAUTHENTICATED").header("WWW-Authenticate", is("Bearer"));
    }
}
