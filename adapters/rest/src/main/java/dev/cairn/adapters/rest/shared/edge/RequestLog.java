package dev.cairn.adapters.rest.shared.edge;

import dev.cairn.adapters.rest.shared.Exchange;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Writes one line per request and tells whoever measures of it, and marks every other line of it with its trace and its organisation. The line names the
 * template of the path: a path can hold what somebody typed, and a query holds names and addresses.
 */
@Singleton
public class RequestLog {
    /** The name of the log that holds one line per request. */
    public static final String NAME = "dev.cairn.requests";

    private static final Logger LOG = Logger.getLogger(NAME);
    private static final String BEGAN = "cairn.began";
    private static final String TEMPLATE = "cairn.template";

    private final Clock clock;
    private final RequestWatch watch;
    private final Map<Method, String> templates = new ConcurrentHashMap<>();

    RequestLog(Clock clock, RequestWatch watch) {
        this.clock = clock;
        this.watch = watch;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::begin, Order.REQUEST_LOG);
    }

    void begin(RoutingContext request) {
        // A request that is sent on to another route comes by again.
        if (request.get(BEGAN) == null) {
            var began = clock.instant();
            request.put(BEGAN, began);
            watch.trace().ifPresent(trace -> Exchange.trace(request, trace));
            MDC.put("traceId", Exchange.traceId(request));
            request.addEndHandler(end -> ended(request, began, end.succeeded()));
        }
        request.next();
    }

    /** Everything from here on is known to be the organisation's. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION + 50)
    public void identified(ContainerRequestContext context, RoutingContext request) {
        MDC.put("organisation", Exchange.caller(request).actor().org().value());
    }

    /** The path is one that we know. */
    @ServerRequestFilter
    public void matched(ResourceInfo resource, RoutingContext request) {
        request.put(TEMPLATE, templates.computeIfAbsent(resource.getResourceMethod(), RequestLog::template));
    }

    private static String template(Method method) {
        return path(method.getDeclaringClass()) + path(method);
    }

    private static String path(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
    }

    private void ended(RoutingContext request, Instant began, boolean answered) {
        var path = request.request().path();
        if (path == null || !path.startsWith("/api/")) {
            return; // probes and the description would drown the rest
        }
        String known = request.get(TEMPLATE);
        var method = request.request().method().name();
        var answer = request.response().getStatusCode();
        // Whoever is refused before the path is looked at has asked for none.
        var route = known != null ? known : answer == 404 ? "(no such path)" : "(not matched)";
        var status = answered ? answer : RequestWatch.HUNG_UP;
        var took = Duration.between(began, clock.instant());
        watch.answered(method, route, status, took);
        if (LOG.isInfoEnabled()) {
            write(method, route, status, took.toMillis());
        }
    }

    private static void write(String method, String route, int status, long millis) {
        var facts = Map.<String, Object>of("method", method, "route", route, "status", status, "millis", millis);
        facts.forEach(MDC::put);
        LOG.infof("%s %s %d in %d ms", method, route, status, millis);
        facts.keySet().forEach(MDC::remove);
    }
}
