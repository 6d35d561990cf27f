package dev.cairn.adapters.oidc;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** How things stand with the provider, for those who run the service. */
@Singleton
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
public class ProviderState implements OidcResponseFilter {
    private static final int OK = 200;

    private final ProviderWatch watch;
    private volatile boolean keysKnown;

    ProviderState(ProviderWatch watch) {
        this.watch = watch;
    }

    /** Whether keys have come that tokens can be judged by; once there are some, they are kept. */
    public boolean areKeysKnown() {
        return keysKnown;
    }

    /** Whether the provider answered when it was last asked; also when it was not asked yet. */
    public boolean isProviderAnswering() {
        return !watch.isProviderSilent();
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext answered) {
        if (answered.statusCode() == OK) {
            keysKnown = true;
        }
        return Uni.createFrom().voidItem();
    }
}
