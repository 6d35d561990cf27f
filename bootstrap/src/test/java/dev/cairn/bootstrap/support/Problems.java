package dev.cairn.bootstrap.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.regex.Pattern;

/** What every refusal has in common, and what none may tell. */
public final class Problems {
    /** Names of classes, words of SQL, names of constraints, lines of stack traces. */
    private static final Pattern LEAK = Pattern.compile(
            "(?i)exception|\\bat \\w+\\.|\\b(java|javax|jakarta|io|org|dev\\.cairn)\\.[a-z]+\\.|\\bselect\\b.*\\bfrom\\b"
                    + "|\\binsert into\\b|\\b(uq|pk|fk|ck|ix)_|sqlstate|postgres|hibernate|jackson|vert\\.?x");

    private Problems() {}

    /** Checks that the answer is a problem with this status and code, whole, and tells nothing of the inside. */
    public static ValidatableResponse refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        isProblem(answer);
        return answer.then().body("code", is(code));
    }

    /** Checks that the answer is a problem, whatever it is about. */
    public static ValidatableResponse isProblem(Response answer) {
        assertThat(answer.contentType()).as(answer.asString()).startsWith("application/problem+json");
        assertThat(LEAK.matcher(answer.jsonPath().getString("detail")
                                + answer.jsonPath().getString("errors"))
                        .find())
                .as(answer.asString())
                .isFalse();
        return answer.then()
                .body("status", is(answer.statusCode()))
                .body("type", matchesPattern("https://cairn\\.dev/problems/[a-z-]+"))
                .body("title", not(emptyOrNullString()))
                .body("detail", not(emptyOrNullString()))
                .body("instance", not(emptyOrNullString()))
                .body("code", matchesPattern("[A-Z_]+"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    /** Checks the same of an answer from the wire. */
    public static void isProblem(Wire.Answer answer) {
        var problem = answer.json();
        assertThat(answer.head()).as(answer.body()).containsIgnoringCase("content-type: application/problem+json");
        assertThat(problem.getInteger("status")).as(answer.body()).isEqualTo(answer.status());
        assertThat(problem.getString("type")).as(answer.body()).matches("https://cairn\\.dev/problems/[a-z-]+");
        assertThat(problem.getString("code")).as(answer.body()).matches("[A-Z_]+");
        assertThat(problem.getString("traceId")).as(answer.body()).matches("[0-9a-f]{32}");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).isNotBlank();
        assertThat(LEAK.matcher(problem.getString("detail") + problem.getValue("errors"))
                        .find())
                .as(answer.body())
                .isFalse();
    }
}
