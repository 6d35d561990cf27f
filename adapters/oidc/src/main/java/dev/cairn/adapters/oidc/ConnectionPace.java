package dev.cairn.adapters.oidc;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets the service try for its first connection to the provider once in a while. The platform tries at every request with a
 * token for as long as there is none; with many requests and a provider that is away, that would be a storm, for the provider
 * when it comes back and for our log.
 */
@Singleton
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.DISCOVERY)
class ConnectionPace implements OidcRequestFilter {
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final Clock clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    ConnectionPace(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext asked) {
        var now = clock.instant();
        var due = next.get();
        return now.isBefore(due) || !next.compareAndSet(due, now.plus(BETWEEN_ATTEMPTS))
                ? Uni.createFrom().failure(new TooSoon())
                : Uni.createFrom().voidItem();
    }

    /** Without a stack trace: it says all there is to say, and may be logged often. */
    private static final class TooSoon extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSoon() {
            super("the last attempt was a moment ago", null, false, false);
        }
    }
}
