package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ActorTest {
    @Test
    void has_an_organisation_and_a_name() {
        assertThatNullPointerException().isThrownBy(() -> new Actor(null, "anna"));
        assertThatNullPointerException().isThrownBy(() -> new Actor(new OrgId("northwind"), null));
    }
}
