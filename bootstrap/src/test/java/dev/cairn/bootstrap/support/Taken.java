package dev.cairn.bootstrap.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;

/**
 * What came back of a request that had to go well, read by JSON pointers. A path of REST Assured is a script that is
 * compiled each time it is asked for, which is dear where a whole world is made for each case of a test.
 */
record Taken(JsonObject json) {
    /** The answer, which has this status. */
    static Taken of(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return new Taken(new JsonObject(answer.asString()));
    }

    /** What has just been created. */
    static Taken created(Response answer) {
        return of(answer, 201);
    }

    /** The text at a place, such as {@code /tasks/0/id}. */
    String at(String pointer) {
        return (String) JsonPointer.from(pointer).queryJson(json);
    }
}
