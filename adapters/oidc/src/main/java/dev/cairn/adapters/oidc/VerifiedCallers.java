package dev.cairn.adapters.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.application.shared.Caller;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Remembers who sent a token that was verified a moment ago: a client sends the same one for minutes, and to verify a
 * signature costs more than all the rest of a small request. A caller is known by the whole header, to the last character;
 * until the token ends; and no longer than the keys stay that it was verified by.
 */
@Singleton
class VerifiedCallers {
    private final Clock clock;
    private final Cache<String, Known> known;

    VerifiedCallers(Clock clock, @ConfigProperty(name = "cairn.identity.remembered-tokens") int size) {
        this.clock = clock;
        known = Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
    }

    private record Known(Caller caller, Instant end) {}

    /** Who sent the header, if that is known and the token still lives. */
    Optional<Caller> of(String header) {
        var found = known.getIfPresent(header);
        if (found == null) {
            return Optional.empty();
        }
        if (clock.instant().isBefore(found.end())) {
            return Optional.of(found.caller());
        }
        known.invalidate(header);
        return Optional.empty();
    }

    /**
     * Remembers who sent a header.
     *
     * @param end when its token ends
     */
    void remember(String header, Caller caller, Instant end) {
        known.put(header, new Known(caller, end));
    }

    /** Forgets everybody: the keys that vouched for them may be in use no longer. */
    void forget() {
        known.invalidateAll();
    }
}
