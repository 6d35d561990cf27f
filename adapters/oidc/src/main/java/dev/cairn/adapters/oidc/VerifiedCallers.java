package dev.cairn.adapters.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.application.shared.Caller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Remembers who sent a token that was verified a moment ago: a client sends the same one for minutes, and to verify a
 * signature costs more than all the rest of a small request. A caller is known by the digest of the whole header, so that
 * no token lies about in memory; until the token ends; and no longer than the provider's keys stay the same.
 */
@Singleton
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSMS", "com.github.benmanes.caffeine.cache.PSMS"})
class VerifiedCallers {
    private final Clock clock;
    private final Cache<ByteBuffer, Known> known;

    VerifiedCallers(Clock clock, @ConfigProperty(name = "cairn.identity.remembered-tokens") int size) {
        this.clock = clock;
        known = Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
    }

    private record Known(Caller caller, Instant end) {}

    /** Who sent the header, if that is known and the token still lives. */
    Optional<Caller> of(String header) {
        var key = digest(header);
        var found = known.getIfPresent(key);
        if (found == null) {
            return Optional.empty();
        }
        if (clock.instant().isBefore(found.end())) {
            return Optional.of(found.caller());
        }
        known.invalidate(key);
        return Optional.empty();
    }

    /**
     * Remembers who sent a header.
     *
     * @param end when its token ends
     */
    void remember(String header, Caller caller, Instant end) {
        known.put(digest(header), new Known(caller, end));
    }

    /** Forgets everybody: the keys that vouched for them may be in use no longer. */
    void forget() {
        known.invalidateAll();
    }

    private static ByteBuffer digest(String header) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(header.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }
}
