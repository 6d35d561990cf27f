package dev.cairn.bootstrap.observation;

import dev.cairn.adapters.rest.shared.edge.RequestWatch;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;

/** Times the requests of the API, under the names that dashboards of others know. */
final class RequestMeters implements RequestWatch {
    /** A client can write any word there. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private record Kind(String method, String route, int status) {
        String[] labels() {
            return new String[] {
                "method", method, "uri", route, "status", Integer.toString(status), "outcome", outcome()
            };
        }

        private String outcome() {
            return switch (status / 100) {
                case 1 -> "INFORMATIONAL";
                case 2 -> "SUCCESS";
                case 3 -> "REDIRECTION";
                case 4 -> "CLIENT_ERROR";
                default -> "SERVER_ERROR";
            };
        }
    }

    private final Timers<Kind> timers;

    RequestMeters(MeterRegistry registry) {
        timers = new Timers<>(
                registry, "http.server.requests", "Requests of the API, by the template of their path", Kind::labels);
    }

    @Override
    public void answered(String method, String route, int status, Duration took) {
        var known = METHODS.contains(method) ? method : "OTHER";
        timers.of(new Kind(known, route, status)).record(took);
    }
}
