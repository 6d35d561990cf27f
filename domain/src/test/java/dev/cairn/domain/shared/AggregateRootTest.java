package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AggregateRootTest {
    private static final Occurrence SOMETIME = new Occurrence(
            Subject.of(new CustomerId(new UUID(0, 1))), new Actor(new OrgId("northwind"), "anna"), Instant.EPOCH);

    private record Told(String type) implements DomainEvent {
        @Override
        public Occurrence occurrence() {
            return SOMETIME;
        }

        @Override
        public Changes changes() {
            return Changes.NONE;
        }

        @Override
        public Map<String, Object> data() {
            return Map.of();
        }
    }

    private static final class Teller extends AggregateRoot {
        void tell(String what) {
            record(new Told(what));
        }

        @Override
        public long version() {
            return 1;
        }
    }

    private final Teller teller = new Teller();

    @Test
    void hands_over_what_happened_in_order_and_once() {
        teller.tell("first");
        teller.tell("second");
        assertThat(teller.takeEvents()).extracting(DomainEvent::type).containsExactly("first", "second");
        assertThat(teller.takeEvents()).isEmpty();
        teller.tell("third");
        assertThat(teller.takeEvents()).extracting(DomainEvent::type).containsExactly("third");
    }

    @Test
    void what_happened_is_told_to_the_world_unless_it_says_otherwise() {
        assertThat(new Told("x").isPublished()).isTrue();
    }
}
