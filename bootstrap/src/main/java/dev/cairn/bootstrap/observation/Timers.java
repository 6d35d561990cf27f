package dev.cairn.bootstrap.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Timers of one name, by what they are timers of. Looking one up makes no garbage, which asking the registry by labels does, at
 * every request.
 *
 * @param <K> what tells them apart; there must be few, for none is ever let go
 */
final class Timers<K> {
    /** What the service promises lies on these: 100 ms for progress, 200 for one thing, 500 for an evaluation, 2 s for a plan. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final Map<K, Timer> timers = new ConcurrentHashMap<>();
    private final Function<K, Timer> make;

    /**
     * Timers that come into being with what they are timers of.
     *
     * @param labels the labels of each, name and value in turn
     */
    Timers(MeterRegistry registry, String name, String description, Function<K, String[]> labels) {
        make = key -> Timer.builder(name)
                .description(description)
                .tags(labels.apply(key))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    Timer of(K key) {
        var known = timers.get(key);
        return known != null ? known : timers.computeIfAbsent(key, make);
    }
}
