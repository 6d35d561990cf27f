package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.Milestone;
import dev.cairn.domain.adoption.published.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan has reached, and when for the first time. It only ever grows, and no moment in it moves.
 *
 * @param reached the moment of each that was reached, in their order
 */
public record Milestones(Map<Milestone, Instant> reached) {
    /** Nothing was reached. */
    public static final Milestones NONE = new Milestones(Map.of());

    public Milestones {
        var ordered = new EnumMap<Milestone, Instant>(Milestone.class);
        ordered.putAll(reached);
        reached = Collections.unmodifiableMap(ordered);
    }

    /** These, and what the figures reach for the first time. */
    public Milestones with(Progress progress, Instant now) {
        var fresh = Arrays.stream(Milestone.values())
                .filter(milestone -> !reached.containsKey(milestone) && milestone.isReachedBy(progress))
                .toList();
        if (fresh.isEmpty()) {
            return this;
        }
        var all = new EnumMap<Milestone, Instant>(Milestone.class);
        all.putAll(reached);
        fresh.forEach(milestone -> all.put(milestone, now));
        return new Milestones(all);
    }

    /** Those that earlier ones lack, in their order. */
    public List<Milestone> since(Milestones earlier) {
        return reached.keySet().stream()
                .filter(milestone -> !earlier.reached.containsKey(milestone))
                .toList();
    }

    /** When it was reached; absent while it was not. */
    public Optional<Instant> at(Milestone milestone) {
        return Optional.ofNullable(reached.get(milestone));
    }

    /** Whether every required task was complete once; until then the customer is being onboarded. */
    public boolean isLive() {
        return reached.containsKey(Milestone.GO_LIVE);
    }

    /**
     * How long it took from the purchase until the customer went live; nothing while it did not. Zero where it was live
     * before it was bought.
     */
    public Optional<Duration> timeToValue(Instant purchasedAt) {
        return at(Milestone.GO_LIVE)
                .map(live -> live.isBefore(purchasedAt) ? Duration.ZERO : Duration.between(purchasedAt, live));
    }
}
