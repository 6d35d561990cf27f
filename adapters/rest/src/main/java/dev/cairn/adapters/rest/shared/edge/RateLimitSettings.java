package dev.cairn.adapters.rest.shared.edge;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How fast clients and organisations may ask; one replica counts for itself. */
@ConfigMapping(prefix = "cairn.rate-limit")
public interface RateLimitSettings {
    /** Whether anybody is limited who has no agreement of its own. */
    boolean enabled();

    /** What one client of an organisation may send. */
    Quota client();

    /** What all clients of an organisation may send together. */
    Quota organisation();

    /** Organisations with which something else is agreed, by their id. */
    Map<String, Agreement> organisations();

    /** A number of requests in a time. */
    interface Quota {
        /** How many requests may come at once after a rest. */
        int capacity();

        /** The time in which all of them come back, evenly. */
        Duration per();
    }

    /** What holds for one organisation; what it leaves out is as for all. */
    interface Agreement {
        /** Whether it is limited. */
        Optional<Boolean> enabled();

        /** What one client of it may send. */
        Optional<Quota> client();

        /** What all its clients may send together. */
        Optional<Quota> organisation();
    }
}
