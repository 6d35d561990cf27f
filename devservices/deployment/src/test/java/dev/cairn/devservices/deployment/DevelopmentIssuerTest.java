package dev.cairn.devservices.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.devservices.DemoIdentities;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevelopmentIssuerTest {
    private static final String GRANT = "grant_type=client_credentials&client_secret=demo&client_id=";

    private final HttpClient http = HttpClient.newHttpClient();
    private final DevelopmentIssuer issuer = DevelopmentIssuer.forTests();

    @BeforeEach
    void start() {
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Nested
    class AskedForAToken {
        @ParameterizedTest
        @CsvSource({
            "admin, ADMIN",
            "css, CSS",
            "sales, SALES",
            "support, SUPPORT",
            "sme, SME",
            "user, USER",
            "viewer, VIEWER",
            "portal, CUSTOMER",
            "partner, SERVICE"
        })
        void the_name_says_role_and_organisation(String name, String role) throws Exception {
            var claims = verified(GRANT + name + "@southwind");

            assertThat(claims).containsEntry("sub", name + "@southwind").containsEntry("org_id", "southwind");
            assertThat(claims.get("realm_access")).isEqualTo(Map.of("roles", List.of(role)));
        }

        @Test
        void the_portal_is_of_its_organisations_first_customer() throws Exception {
            assertThat(verified(GRANT + "portal@northwind"))
                    .containsEntry("customer_id", DemoIdentities.NORTHWIND_FIRST_CUSTOMER.toString())
                    .doesNotContainKey("customer_ids");
        }

        @Test
        void the_sme_is_granted_both_customers() throws Exception {
            assertThat(verified(GRANT + "sme@southwind"))
                    .containsEntry(
                            "customer_ids",
                            List.of(
                                    DemoIdentities.SOUTHWIND_FIRST_CUSTOMER.toString(),
                                    DemoIdentities.SOUTHWIND_SECOND_CUSTOMER.toString()))
                    .doesNotContainKey("customer_id");
        }

        @Test
        void the_partner_is_not_scoped() throws Exception {
            assertThat(verified(GRANT + "partner@northwind")).doesNotContainKeys("customer_id", "customer_ids");
        }

        @Test
        void name_and_secret_may_come_in_the_header() throws Exception {
            var basic = Base64.getEncoder().encodeToString("css%40northwind:demo".getBytes(StandardCharsets.UTF_8));
            var answer = http.send(
                    form("grant_type=client_credentials")
                            .header("Authorization", "Basic " + basic)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "grant_type=client_credentials&client_id=css@northwind&client_secret=wrong",
                    "grant_type=client_credentials&client_id=css@northwind",
                    "grant_type=client_credentials&client_id=css&client_secret=demo",
                    "grant_type=client_credentials&client_id=boss@northwind&client_secret=demo",
                    "grant_type=client_credentials&client_id=css@a%20b&client_secret=demo",
                    "grant_type=client_credentials"
                })
        void a_client_it_does_not_know(String form) throws Exception {
            var answer = post(form);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(json(answer)).containsEntry("error", "invalid_client");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }

        @Test
        void another_grant() throws Exception {
            var answer = post("grant_type=password&client_id=css@northwind&client_secret=demo");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer)).containsEntry("error", "unsupported_grant_type");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "client_id=css@northwind&client_secret=demo", "grant_type=%zz"})
        void a_form_that_is_none(String form) throws Exception {
            var answer = post(form);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer)).containsEntry("error", "invalid_request");
        }

        @Test
        void another_method() throws Exception {
            var answer =
                    http.send(HttpRequest.newBuilder(tokenEndpoint()).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(405);
        }

        @Test
        void a_path_below_its_own() throws Exception {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(tokenEndpoint() + "/introspect"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class MakesOddTokensForTests {
        @Test
        void of_any_organisation() throws Exception {
            assertThat(verified(GRANT + "css@elsewhere")).containsEntry("org_id", "elsewhere");
        }

        @Test
        void with_other_claims() throws Exception {
            assertThat(verified(GRANT + "css@northwind&sub=anna&roles=SALES,SUPPORT&customer_ids=a,b&customer_id=c"))
                    .containsEntry("sub", "anna")
                    .containsEntry("realm_access", Map.of("roles", List.of("SALES", "SUPPORT")))
                    .containsEntry("customer_ids", List.of("a", "b"))
                    .containsEntry("customer_id", "c");
        }

        @Test
        void without_organisation_and_roles() throws Exception {
            assertThat(verified(GRANT + "css@northwind&org_id=&roles=")).doesNotContainKeys("org_id", "realm_access");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ttl=-60",
                    "ttl=",
                    "nbf=600",
                    "kid=another",
                    "aud=other",
                    "aud=",
                    "iss=https://elsewhere.example",
                    "alg=none",
                    "alg=HS256",
                    "key=foreign",
                    "tamper=true"
                })
        void that_nobody_should_accept(String wish) {
            assertThatThrownBy(() -> verified(GRANT + "css@northwind&" + wish)).isInstanceOf(InvalidJwtException.class);
        }

        @Test
        void that_name_no_key() throws Exception {
            var header = token(GRANT + "css@northwind&kid=").split("\\.")[0];

            assertThat(JsonUtil.parseJson(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8)))
                    .containsEntry("alg", "RS256")
                    .doesNotContainKey("kid");
        }

        @Test
        void that_say_they_are_issued_later() throws Exception {
            var later = Instant.now().plusSeconds(3000).getEpochSecond();

            assertThat((Long) verified(GRANT + "css@northwind&iat=3600").get("iat"))
                    .isGreaterThan(later);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ttl=soon", "alg=XY"})
        void but_not_from_wishes_it_does_not_understand(String wish) throws Exception {
            assertThat(post(GRANT + "css@northwind&" + wish).statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class ForTests {
        @Test
        void it_takes_a_new_key_and_publishes_the_old_one_no_longer() throws Exception {
            var before = token(GRANT + "css@northwind");
            consumer().processToClaims(before);

            assertThat(posted(issuer.issuer() + "/protocol/openid-connect/certs")
                            .statusCode())
                    .isEqualTo(200);

            assertThat(verified(GRANT + "css@northwind")).containsEntry("org_id", "northwind");
            assertThatThrownBy(() -> consumer().processToClaims(before)).isInstanceOf(InvalidJwtException.class);
        }

        @Test
        void it_goes_by_the_address_it_is_asked_under() throws Exception {
            var other = issuer.issuer().replace("127.0.0.1", "localhost");
            var discovery = json(get(other + "/.well-known/openid-configuration"));

            assertThat(discovery).containsEntry("issuer", other);
            assertThat(discovery.get("jwks_uri").toString()).startsWith(other);
        }
    }

    @Nested
    class InDevelopment {
        @Test
        void its_key_and_its_address_are_what_they_are() throws Exception {
            var development = DevelopmentIssuer.onPort(Ports.anyFree());
            development.start();
            try {
                var keys = development.issuer() + "/protocol/openid-connect/certs";
                var before = get(keys).body();

                posted(keys);

                assertThat(get(keys).body()).isEqualTo(before);
                assertThat(json(get(development.issuer().replace("127.0.0.1", "localhost")
                                + "/.well-known/openid-configuration")))
                        .containsEntry("issuer", development.issuer());
            } finally {
                development.close();
            }
        }

        @Test
        void a_taken_port_is_one_clear_sentence() throws Exception {
            try (var other = new ServerSocket()) {
                other.setReuseAddress(true);
                other.bind(Ports.on(0));
                var second = DevelopmentIssuer.onPort(other.getLocalPort());

                assertThatThrownBy(second::start)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("Port " + other.getLocalPort() + " is taken by another program");
            }
        }

        @Test
        void only_the_demos_organisations_and_plain_tokens_exist() {
            var tokens = new DemoTokens("http://127.0.0.1:8181/realms/cairn", false);

            assertThatThrownBy(() -> tokens.answer(Map.of("client_id", "css@elsewhere", "client_secret", "demo")))
                    .isInstanceOf(DemoTokens.UnknownClient.class);
            var wish = Map.of("client_id", "css@northwind", "client_secret", "demo", "ttl", "-60");
            assertThat(tokens.answer(wish)).containsEntry("expires_in", 3600L);
        }
    }

    private Map<String, Object> verified(String form) throws Exception {
        return consumer().processToClaims(token(form)).getClaimsMap();
    }

    private String token(String form) throws Exception {
        var answer = post(form);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).get("access_token").toString();
    }

    private HttpResponse<String> posted(String uri) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(uri))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** As a careful service verifies: by what discovery says and the keys it names. */
    private JwtConsumer consumer() throws Exception {
        var discovery = json(get(issuer.issuer() + "/.well-known/openid-configuration"));
        assertThat(discovery).containsEntry("issuer", issuer.issuer());
        var keys = new JsonWebKeySet(get(discovery.get("jwks_uri").toString()).body());
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setExpectedIssuer(issuer.issuer())
                .setExpectedAudience("cairn-api")
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .build();
    }

    private URI tokenEndpoint() {
        return URI.create(issuer.issuer() + "/protocol/openid-connect/token");
    }

    private HttpRequest.Builder form(String form) {
        return HttpRequest.newBuilder(tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private HttpResponse<String> post(String form) throws Exception {
        return http.send(form(form).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String uri) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, Object> json(HttpResponse<String> answer) throws Exception {
        return JsonUtil.parseJson(answer.body());
    }
}
