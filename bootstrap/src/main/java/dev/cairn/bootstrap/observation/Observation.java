package dev.cairn.bootstrap.observation;

import dev.cairn.adapters.rest.shared.edge.RequestWatch;
import dev.cairn.application.shared.Watch;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says who looks on: whoever measures, whoever traces, or nobody. Who is not wanted is not asked. */
@Singleton
class Observation {
    private static final RequestWatch UNMEASURED = (method, route, status, took) -> {};

    private final MeterRegistry registry;
    private final boolean measured;
    private final boolean traced;

    Observation(
            MeterRegistry registry,
            @ConfigProperty(name = "cairn.metrics.enabled") boolean measured,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean untraced) {
        this.registry = registry;
        this.measured = measured;
        this.traced = !untraced;
    }

    @Produces
    @Singleton
    RequestWatch requests() {
        var meters = measured ? new RequestMeters(registry) : UNMEASURED;
        return traced ? new Traced(meters) : meters;
    }

    @Produces
    @Singleton
    Watch work(Instance<OpenTelemetry> telemetry) {
        var meters = measured ? new WorkMeters(registry) : Watch.NOBODY;
        return traced ? new WorkSpans(telemetry.get().getTracer("dev.cairn"), meters) : meters;
    }

    /** Besides, knows the trace that the platform has opened for the request. */
    private record Traced(RequestWatch meters) implements RequestWatch {
        @Override
        public Optional<String> trace() {
            var span = Span.current().getSpanContext();
            return span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty();
        }

        @Override
        public void answered(String method, String route, int status, Duration took) {
            meters.answered(method, route, status, took);
        }
    }
}
