package dev.cairn.adapters.oidc;

import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Stands at every request for the provider's description and keys: sets an end to the waiting, and remembers whether the last
 * one was answered. Only so can a token of an unknown key be told apart: known to be nobody's, or not to be judged just now.
 */
@Singleton
@OidcEndpoint({OidcEndpoint.Type.DISCOVERY, OidcEndpoint.Type.JWKS})
class ProviderWatch implements OidcRequestFilter, OidcResponseFilter {
    /** Longer than the connection's own limit, which rules at the start: there it lets the service start without keys. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int OK = 200;

    /** An answer has come before the keys in it are in use; after this time they are. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final Clock clock;
    private volatile Instant answeredAt = Instant.EPOCH;
    private volatile boolean silent;

    ProviderWatch(Clock clock) {
        this.clock = clock;
    }

    /** Whether the provider was asked and has not answered, not yet or not with what it was asked for. */
    boolean isProviderSilent() {
        return silent;
    }

    /** Whether keys may be on their way that the service does not use yet. */
    boolean isNewsUnderWay() {
        return silent || clock.instant().isBefore(answeredAt.plus(SETTLING));
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext asked) {
        silent = true;
        asked.request().timeout(PATIENCE.toMillis());
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext answered) {
        answeredAt = clock.instant();
        silent = answered.statusCode() != OK;
        return Uni.createFrom().voidItem();
    }
}
