package dev.cairn.bootstrap.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
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
        var problem = isProblem(answer);
        assertThat(code(answer)).as(answer.asString()).isEqualTo(code);
        return problem;
    }

    /** The code of a problem; empty when the answer is none. */
    public static String code(Response answer) {
        return answer.asString().startsWith("{") ? new JsonObject(answer.asString()).getString("code", "") : "";
    }

    /** Checks that the answer is a problem, whatever it is about. */
    public static ValidatableResponse isProblem(Response answer) {
        assertThat(answer.contentType()).as(answer.asString()).startsWith("application/problem+json");
        isProblem(new JsonObject(answer.asString()), answer.statusCode());
        return answer.then();
    }

    /** Checks the same of an answer from the wire. */
    public static void isProblem(Wire.Answer answer) {
        assertThat(answer.head()).as(answer.body()).containsIgnoringCase("content-type: application/problem+json");
        isProblem(answer.json(), answer.status());
    }

    private static void isProblem(JsonObject problem, int status) {
        assertThat(problem.getInteger("status")).as("%s", problem).isEqualTo(status);
        assertThat(problem.getString("type")).as("%s", problem).matches("https://cairn\\.dev/problems/[a-z-]+");
        assertThat(problem.getString("code")).as("%s", problem).matches("[A-Z_]+");
        assertThat(problem.getString("traceId")).as("%s", problem).matches("[0-9a-f]{32}");
        assertThat(problem.getString("title")).as("%s", problem).isNotBlank();
        assertThat(problem.getString("detail")).as("%s", problem).isNotBlank();
        assertThat(problem.getString("instance")).as("%s", problem).isNotBlank();
        assertThat(LEAK.matcher(problem.getString("detail") + problem.getValue("errors"))
                        .find())
                .as("%s", problem)
                .isFalse();
    }
}
