package dev.cairn.domain.shared;

import java.util.ArrayList;
import java.util.List;

/** An aggregate: loaded and saved whole, and the one who says what happened to it. */
public abstract class AggregateRoot implements Versioned {
    private final List<DomainEvent> events = new ArrayList<>();

    protected AggregateRoot() {}

    /** Notes what just happened, to be written with the state. */
    protected final void record(DomainEvent event) {
        events.add(event);
    }

    /** Hands over what happened since the last time it was asked, in order; whoever takes the events stores them. */
    public final List<DomainEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
