package dev.cairn.bootstrap;

import dev.cairn.adapters.oidc.ProviderState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how things stand with the identity provider, and never makes the service unready: the provider is away for all replicas
 * alike, known keys go on serving, and a replica that no request reaches would never ask for keys again.
 */
@Readiness
class IdentityProviderReady implements HealthCheck {
    private final ProviderState provider;

    IdentityProviderReady(ProviderState provider) {
        this.provider = provider;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("identity-provider")
                .up()
                .withData("keys", provider.areKeysKnown() ? "known" : "none")
                .withData("provider", provider.isProviderAnswering() ? "answers" : "silent")
                .build();
    }
}
