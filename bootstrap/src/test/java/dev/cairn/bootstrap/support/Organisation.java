package dev.cairn.bootstrap.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** An organisation of a test's own, so that no test sees another's rows; its people are known by their role. */
public final class Organisation {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final long RUN = System.nanoTime();

    private final String name;

    private Organisation(String name) {
        this.name = name;
    }

    /** One that nobody has used yet. */
    public static Organisation fresh() {
        return new Organisation("o" + Long.toString(RUN, 36) + "-" + COUNTER.incrementAndGet());
    }

    /** One that the settings of tests agree something with, by its name. */
    public static Organisation named(String name) {
        return new Organisation(name);
    }

    /** The organisation's id. */
    public String name() {
        return name;
    }

    /** The whole name of one of its people: {@code css} becomes {@code css@<organisation>}. */
    public String person(String who) {
        return who + "@" + name;
    }

    /** A request by one of admin, css, sales, support, sme, user, viewer, portal, partner. */
    public RequestSpecification as(String who) {
        return given().header("Authorization", "Bearer " + token(who, Map.of())).accept(ContentType.JSON);
    }

    /** The same with a JSON body. */
    public RequestSpecification as(String who, Object body) {
        return as(who).contentType(ContentType.JSON).body(body);
    }

    /** A request with a token that carries other claims than usual. */
    public RequestSpecification as(String who, Map<String, String> claims) {
        return given().header("Authorization", "Bearer " + token(who, claims)).accept(ContentType.JSON);
    }

    /** A signed token of the development issuer. */
    public String token(String who, Map<String, String> claims) {
        return TOKENS.computeIfAbsent(
                person(who) + claims,
                key -> Taken.of(
                                given().formParam("grant_type", "client_credentials")
                                        .formParam("client_id", person(who))
                                        .formParam("client_secret", "demo")
                                        .formParams(claims)
                                        .post(issuer() + "/protocol/openid-connect/token"),
                                200)
                        .at("/access_token"));
    }

    /** Where the issuer of this run is. */
    public static String issuer() {
        return ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
    }

    /** Creates a customer and gives its id. */
    public String customer(String body) {
        return id(as("admin", body).post("/api/v1/customers"));
    }

    /** The id of what was just created. */
    public static String id(Response created) {
        return Taken.created(created).at("/id");
    }
}
