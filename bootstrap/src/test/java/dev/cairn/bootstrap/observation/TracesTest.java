package dev.cairn.bootstrap.observation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Organisation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** With traces on: where the time of a request went, statement by statement, and nothing of who it was about. */
@QuarkusTest
@TestProfile(TracesTest.On.class)
class TracesTest {
    private static final String COLLECTED = "cairn.test.spans-collected";
    private static final String EMAIL = "josephine.markward@privacy.example";

    /** As a deployment switches them on, with a collector that is in this process. */
    public static class On implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false", "quarkus.otel.traces.exporter", "none", COLLECTED, "true");
        }
    }

    @Singleton
    static class Collector {
        @Produces
        @Singleton
        @IfBuildProperty(name = COLLECTED, stringValue = "true")
        InMemorySpanExporter spans() {
            return InMemorySpanExporter.create();
        }

        @Produces
        @Singleton
        @IfBuildProperty(name = COLLECTED, stringValue = "true")
        SpanProcessor collect(InMemorySpanExporter spans) {
            return SimpleSpanProcessor.create(spans);
        }
    }

    @Inject
    InMemorySpanExporter collected;

    private final Organisation org = Organisation.fresh();

    /** The spans of one request, once its own has ended: it ends last. */
    private List<SpanData> during(RequestSpecification request, Function<RequestSpecification, ?> send) {
        var trace = UUID.randomUUID().toString().replace("-", "");
        send.apply(request.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
        Awaitility.await().until(() -> of(trace).stream().anyMatch(span -> span.getKind() == SpanKind.SERVER));
        return of(trace);
    }

    private List<SpanData> of(String trace) {
        return collected.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace))
                .toList();
    }

    private static SpanData request(List<SpanData> spans) {
        return only(
                spans.stream().filter(span -> span.getKind() == SpanKind.SERVER).toList());
    }

    private static SpanData named(List<SpanData> spans, String name) {
        return only(spans.stream().filter(span -> span.getName().equals(name)).toList());
    }

    private static SpanData only(List<SpanData> spans) {
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    private static List<SpanData> below(List<SpanData> spans, SpanData parent) {
        return spans.stream()
                .filter(span -> span.getParentSpanId().equals(parent.getSpanId()))
                .toList();
    }

    @Test
    void a_change_is_a_request_a_use_case_and_its_statements() {
        var adopted = Adopted.ofTasks(org, 2, "1");
        var spans = during(
                org.as("css", "{\"status\": \"DONE\"}"), request -> request.put(adopted.taskPath(0) + "/status"));

        var request = request(spans);
        assertThat(request.getName()).isEqualTo("PUT /api/v1/tasks/{id}/status");
        assertThat(request.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        var useCase = named(spans, "ChangeTaskStatus");
        assertThat(useCase.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(useCase.getAttributes().get(AttributeKey.stringKey("cairn.outcome")))
                .isEqualTo("done");
        assertThat(below(spans, useCase)).as("its statements").hasSize(5);
        assertThat(spans).as("nothing beside").hasSize(1 + 1 + 5);
    }

    @Test
    void on_the_long_road_too() {
        var spans = during(org.as("admin", "{\"name\": \"Acme\"}"), request -> request.post("/api/v1/customers"));
        var useCase = named(spans, "CreateCustomer");
        assertThat(useCase.getParentSpanId()).isEqualTo(request(spans).getSpanId());
        assertThat(below(spans, useCase)).isNotEmpty();
    }

    @Test
    void a_read_is_called_by_its_right() {
        var product = Adopted.ofTasks(org, 1, "1").product().getString("id");
        var spans = during(org.as("css"), request -> request.get("/api/v1/products/" + product));
        var read = named(spans, "CATALOG_READ");
        assertThat(read.getParentSpanId()).isEqualTo(request(spans).getSpanId());
        assertThat(below(spans, read)).isNotEmpty();
    }

    @Test
    void no_attribute_holds_a_person() {
        var person =
                "{\"type\": \"INDIVIDUAL\", \"firstName\": \"Josephine\", \"lastName\": \"Markward\", \"email\": \""
                        + EMAIL + "\"}";
        org.customer(person);
        org.as("admin", person).post("/api/v1/customers").then().statusCode(409);
        var asked = during(
                org.as("admin").queryParam("q", EMAIL).header("User-Agent", EMAIL),
                request -> request.get("/api/v1/customers"));
        var typed = during(org.as("admin"), request -> request.get("/api/v1/customers/" + EMAIL));
        assertThat(typed).isNotEmpty();
        assertThat(asked).isNotEmpty();
        assertThat(collected.getFinishedSpanItems())
                .isNotEmpty()
                .allSatisfy(span -> assertThat(everything(span))
                        .doesNotContainIgnoringCase("markward")
                        .doesNotContain("privacy.example", org.name()));
        for (var key : List.of("url.path", "url.query", "client.address", "user_agent.original")) {
            assertThat(request(asked).getAttributes().get(AttributeKey.stringKey(key)))
                    .as(key)
                    .isNullOrEmpty();
        }
    }

    private static String everything(SpanData span) {
        return span.getName() + span.getAttributes() + span.getEvents() + span.getStatus();
    }

    @Test
    void the_trace_of_a_problem_is_the_one_that_was_recorded() {
        String told = org.as("css")
                .get("/api/v1/customers/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract()
                .path("traceId");
        Awaitility.await().untilAsserted(() -> assertThat(of(told)).isNotEmpty());
        String unknown = given().get("/api/v1/customers")
                .then()
                .statusCode(401)
                .extract()
                .path("traceId");
        Awaitility.await().untilAsserted(() -> assertThat(of(unknown)).isNotEmpty());
    }
}
