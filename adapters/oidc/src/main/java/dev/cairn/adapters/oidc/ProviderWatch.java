package dev.cairn.adapters.oidc;

import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

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

    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean silent;

    /** Whether the provider was asked and has not answered, not yet or not with what it was asked for. */
    boolean isProviderSilent() {
        return silent;
    }

    /** How often the provider has answered so far. */
    int answers() {
        return answers.get();
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext asked) {
        silent = true;
        asked.request().timeout(PATIENCE.toMillis());
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext answered) {
        answers.incrementAndGet();
        silent = answered.statusCode() != OK;
        return Uni.createFrom().voidItem();
    }
}
