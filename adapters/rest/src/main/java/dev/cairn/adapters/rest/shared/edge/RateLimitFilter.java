package dev.cairn.adapters.rest.shared.edge;

import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Asks the rate limit as soon as it is known who sends a request, and before anything of it is worked on. Every answer says
 * how much is left, as the IETF's "RateLimit header fields for HTTP" writes it.
 */
@Singleton
public class RateLimitFilter {
    private final RateLimit limit;

    RateLimitFilter(RateLimit limit) {
        this.limit = limit;
    }

    /** Lets a request pass that its client and its organisation still have a quota for. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION + 100)
    public void admit(ContainerRequestContext context, RoutingContext request) {
        var verdicts = limit.draw(Exchange.caller(request));
        if (verdicts.isEmpty()) {
            return;
        }
        request.response()
                .putHeader(
                        "RateLimit-Policy",
                        list(
                                verdicts,
                                verdict -> "q=" + verdict.quota().capacity() + ";w="
                                        + seconds(verdict.quota().per())))
                .putHeader(
                        "RateLimit",
                        list(verdicts, verdict -> "r=" + verdict.remaining() + ";t=" + seconds(verdict.reset())));
        verdicts.stream()
                .filter(verdict -> !verdict.granted())
                .findFirst()
                .ifPresent(refused -> refuse(request, refused));
    }

    private static void refuse(RoutingContext request, RateLimit.Verdict verdict) {
        request.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(verdict.retry())));
        throw new DomainException(
                ErrorCode.RATE_LIMITED,
                "The " + verdict.name() + " has sent more than "
                        + verdict.quota().capacity() + " requests in "
                        + seconds(verdict.quota().per()) + " seconds.");
    }

    /** A list of structured fields (RFC 9651): each quota by its name, with parameters. */
    private static String list(List<RateLimit.Verdict> verdicts, Function<RateLimit.Verdict, String> parameters) {
        return verdicts.stream()
                .map(verdict -> "\"" + verdict.name() + "\";" + parameters.apply(verdict))
                .collect(Collectors.joining(", "));
    }

    /** Whole seconds, rounded up: who waits that long does not come too early. */
    static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
