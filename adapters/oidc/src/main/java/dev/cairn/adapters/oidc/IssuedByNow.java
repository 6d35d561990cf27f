package dev.cairn.adapters.oidc;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a token that says it will be issued later. The platform asks that a token says when it was issued, and not that this
 * is past. Nobody injects it: the platform looks for validators itself, once it has a connection.
 */
@Singleton
@Unremovable
class IssuedByNow implements Validator {
    /** How far the provider's clock may be ahead of ours. */
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private final Clock clock;

    IssuedByNow(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable String validate(JwtContext token) throws MalformedClaimException {
        var issued = token.getJwtClaims().getIssuedAt();
        var latest = clock.instant().plus(LEEWAY).getEpochSecond();
        return issued != null && issued.getValue() > latest ? "The token is issued in the future." : null;
    }
}
