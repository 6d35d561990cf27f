package dev.cairn.adapters.oidc;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with the provider, for those who run the service. When its keys are others than before, everybody has to be
 * verified anew; when they are the same, a token of a made-up key has made the service ask, and that is nobody else's loss.
 */
@Singleton
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
public class ProviderState implements OidcResponseFilter {
    private static final int OK = 200;

    private final ProviderWatch watch;
    private final VerifiedCallers callers;
    private final AtomicReference<@Nullable String> keys = new AtomicReference<>();

    ProviderState(ProviderWatch watch, VerifiedCallers callers) {
        this.watch = watch;
        this.callers = callers;
    }

    /** Whether keys have come that tokens can be judged by; once there are some, they are kept. */
    public boolean areKeysKnown() {
        return keys.get() != null;
    }

    /** Whether the provider answered when it was last asked; also when it was not asked yet. */
    public boolean isProviderAnswering() {
        return !watch.isProviderSilent();
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext answered) {
        if (answered.statusCode() == OK) {
            var now = answered.responseBody().toString();
            if (!now.equals(keys.getAndSet(now))) {
                callers.forget();
            }
        }
        return Uni.createFrom().voidItem();
    }
}
