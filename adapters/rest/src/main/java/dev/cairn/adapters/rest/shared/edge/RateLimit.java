package dev.cairn.adapters.rest.shared.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.application.shared.Caller;
import dev.cairn.domain.shared.OrgId;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Counts the requests of clients and organisations in buckets that refill evenly. They live in the memory of this replica:
 * behind several, each grants the whole quota.
 *
 * <p>Application scoped, because filters are made before the deployment's settings can be read; this is made when the first
 * of them is asked.
 */
// Caffeine makes the classes of its caches by name; a native executable has to be told those that are not told it
// already.
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSMSA", "com.github.benmanes.caffeine.cache.PSAMS"})
@ApplicationScoped
public class RateLimit {
    /** How many buckets are kept at most. The one that is missed least goes first, and comes back full. */
    private static final int BUCKETS = 100_000;

    private final RateLimitSettings settings;
    private final Cache<Key, Bucket> buckets;

    /** Whose bucket: an organisation's, or one client's of it. */
    private record Key(OrgId org, Optional<String> client) {}

    /**
     * What a bucket says to one request.
     *
     * @param name of the quota
     * @param quota as it was agreed
     * @param granted whether the request may pass
     * @param remaining how many more may pass at once
     * @param reset when the whole quota is there again
     * @param retry when one more may pass; zero when one may now
     */
    record Verdict(
            String name,
            RateLimitSettings.Quota quota,
            boolean granted,
            long remaining,
            Duration reset,
            Duration retry) {}

    RateLimit(RateLimitSettings settings) {
        this.settings = settings;
        // A bucket that nobody drew from in its whole time is full: to forget it forgets nothing.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(BUCKETS)
                .expireAfterAccess(longest(settings))
                .build();
    }

    /** A quota that nobody could mean stops the start, and not the first request. */
    void check(@Observes StartupEvent start) {
        quotas(settings).forEach(RateLimit::bucket);
    }

    private static Stream<RateLimitSettings.Quota> quotas(RateLimitSettings settings) {
        return Stream.concat(
                Stream.of(settings.client(), settings.organisation()),
                settings.organisations().values().stream()
                        .flatMap(agreed -> Stream.concat(agreed.client().stream(), agreed.organisation().stream())));
    }

    private static Duration longest(RateLimitSettings settings) {
        return quotas(settings)
                .map(RateLimitSettings.Quota::per)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static Bucket bucket(RateLimitSettings.Quota quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota.capacity()).refillGreedy(quota.capacity(), quota.per()))
                .build();
    }

    /** Whether requests of the organisation are counted. */
    public boolean isOn(OrgId org) {
        return agreed(org, RateLimitSettings.Agreement::enabled).orElse(settings.enabled());
    }

    /** What one client of the organisation may send. */
    public RateLimitSettings.Quota ofClient(OrgId org) {
        return agreed(org, RateLimitSettings.Agreement::client).orElse(settings.client());
    }

    /** What all clients of the organisation may send together. */
    public RateLimitSettings.Quota ofOrganisation(OrgId org) {
        return agreed(org, RateLimitSettings.Agreement::organisation).orElse(settings.organisation());
    }

    private <T> Optional<T> agreed(OrgId org, Function<RateLimitSettings.Agreement, Optional<T>> what) {
        return Optional.ofNullable(settings.organisations().get(org.value())).flatMap(what);
    }

    /**
     * Draws one request from the caller's buckets. A request that one of them refuses costs the other nothing.
     *
     * @return what each bucket that was asked says; nothing when the organisation is not limited
     */
    List<Verdict> draw(Caller caller) {
        var org = caller.actor().org();
        if (!isOn(org)) {
            return List.of();
        }
        var ofClient = ofClient(org);
        var ofOrganisation = ofOrganisation(org);
        var mine = bucket(new Key(org, Optional.of(caller.client())), ofClient);
        var first = verdict("client", ofClient, mine.tryConsumeAndReturnRemaining(1));
        if (!first.granted()) {
            return List.of(first);
        }
        var ours = bucket(new Key(org, Optional.empty()), ofOrganisation);
        var second = verdict("organisation", ofOrganisation, ours.tryConsumeAndReturnRemaining(1));
        if (!second.granted()) {
            mine.addTokens(1);
        }
        return List.of(first, second);
    }

    private Bucket bucket(Key key, RateLimitSettings.Quota quota) {
        return buckets.get(key, missing -> bucket(quota));
    }

    private static Verdict verdict(String name, RateLimitSettings.Quota quota, ConsumptionProbe probe) {
        return new Verdict(
                name,
                quota,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
