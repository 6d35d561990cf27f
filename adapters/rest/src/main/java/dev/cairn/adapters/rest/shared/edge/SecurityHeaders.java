package dev.cairn.adapters.rest.shared.edge;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells browsers, on every answer, to make nothing more of it than what it is. An operation that sets {@code Cache-Control}
 * itself keeps what it set.
 */
@Singleton
public class SecurityHeaders {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI is one page with a script and styles in it. */
    private static final String OWN_PAGE =
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; frame-ancestors 'none'";

    private final String swaggerUi;
    private final Optional<String> transport;
    private final boolean development;

    SecurityHeaders(
            @ConfigProperty(name = "quarkus.swagger-ui.path", defaultValue = "/q/swagger-ui") String swaggerUi,
            @ConfigProperty(name = "cairn.http.strict-transport-security") Optional<String> transport) {
        this.swaggerUi = swaggerUi;
        this.transport = transport;
        this.development = LaunchMode.current() == LaunchMode.DEVELOPMENT;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::dress, Order.SECURITY_HEADERS);
    }

    void dress(RoutingContext request) {
        var headers = request.response().headers();
        ALWAYS.forEach(headers::set);
        policy(String.valueOf(request.request().path()))
                .ifPresent(policy -> headers.set("Content-Security-Policy", policy));
        // Over plain HTTP the header means nothing, and RFC 6797 forbids it.
        transport
                .filter(any -> "https".equals(request.request().scheme()))
                .ifPresent(policy -> headers.set("Strict-Transport-Security", policy));
        request.addHeadersEndHandler(end -> {
            if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
                headers.set(HttpHeaders.CACHE_CONTROL, caching(request));
            }
        });
        request.next();
    }

    private Optional<String> policy(String path) {
        if (path.startsWith(swaggerUi)) {
            return Optional.of(OWN_PAGE);
        }
        // The platform's own pages of development mode bring what they need from where they like.
        return development && path.startsWith("/q/dev") ? Optional.empty() : Optional.of(NOTHING);
    }

    /** What was read may be kept by whoever read it, and asked for again each time; everything else is gone once heard. */
    private static String caching(RoutingContext request) {
        var method = request.request().method();
        var status = request.response().getStatusCode();
        var read = HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
        return read
                        && (status == 200 || status == 304)
                        && request.request().path().startsWith("/api/")
                ? "private, no-cache"
                : "no-store";
    }
}
