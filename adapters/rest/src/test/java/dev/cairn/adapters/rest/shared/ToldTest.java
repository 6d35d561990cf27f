package dev.cairn.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToldTest {
    @Test
    void says_as_its_message_what_failed_for_logs_that_have_a_place_for_it() {
        var told = Told.of(new IllegalStateException("of ours", new UnsupportedOperationException("of a library")));

        assertThat(told).hasMessage("java.lang.IllegalStateException: of ours").hasToString(told.getMessage());
        assertThat(told.getCause()).hasMessage("java.lang.UnsupportedOperationException");
    }

    @Test
    void stands_where_the_failure_stood() {
        var failure = new IllegalStateException("here");

        assertThat(Told.of(failure).getStackTrace()).isEqualTo(failure.getStackTrace());
    }
}
