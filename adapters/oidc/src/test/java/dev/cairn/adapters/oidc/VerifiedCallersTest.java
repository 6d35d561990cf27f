package dev.cairn.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Role;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.OrgId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VerifiedCallersTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String HEADER = "Bearer aaa.bbb.ccc";
    private static final Caller ANNA = Caller.of(new Actor(new OrgId("northwind"), "anna"), Role.CSS);

    private Instant now = NOON;
    private final VerifiedCallers callers = new VerifiedCallers(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            2);

    @Test
    void a_caller_is_known_until_the_very_second_that_the_token_ends() {
        callers.remember(HEADER, ANNA, NOON.plusSeconds(60));
        now = NOON.plusSeconds(59);
        assertThat(callers.of(HEADER)).contains(ANNA);
        now = NOON.plusSeconds(60);
        assertThat(callers.of(HEADER)).isEmpty();
        now = NOON;
        assertThat(callers.of(HEADER)).as("gone for good").isEmpty();
    }

    @Test
    void a_header_that_differs_in_anything_is_nobodys() {
        callers.remember(HEADER, ANNA, NOON.plusSeconds(60));
        assertThat(callers.of("bearer aaa.bbb.ccc")).isEmpty();
        assertThat(callers.of(HEADER + " ")).isEmpty();
        assertThat(callers.of("Bearer aaa.bbb.ccd")).isEmpty();
    }

    @Test
    void nobody_is_known_any_more_once_the_keys_have_changed() {
        callers.remember(HEADER, ANNA, NOON.plusSeconds(60));
        callers.forget();
        assertThat(callers.of(HEADER)).isEmpty();
    }

    @Test
    void no_more_are_known_than_room_is_for() {
        for (int i = 0; i < 100; i++) {
            callers.remember(HEADER + i, ANNA, NOON.plusSeconds(60));
        }
        var known = 0;
        for (int i = 0; i < 100; i++) {
            known += callers.of(HEADER + i).isPresent() ? 1 : 0;
        }
        assertThat(known).isLessThanOrEqualTo(2);
    }

    @Test
    void without_room_every_token_is_verified_each_time() {
        var none = new VerifiedCallers(Clock.fixed(NOON, ZoneOffset.UTC), 0);
        none.remember(HEADER, ANNA, NOON.plusSeconds(60));
        assertThat(none.of(HEADER)).isEmpty();
    }
}
