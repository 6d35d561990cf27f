package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
    @ParameterizedTest
    @EnumSource
    void every_code_has_a_kind_a_title_and_a_name_fit_for_a_uri(ErrorCode code) {
        assertThat(code.kind()).isNotNull();
        assertThat(code.title()).isNotBlank().doesNotEndWith(".");
        assertThat(code.slug()).matches("[a-z]+(-[a-z]+)*");
    }

    @Test
    void the_name_in_a_uri_is_the_code_in_small_letters() {
        assertThat(ErrorCode.CUSTOMER_NOT_FOUND.slug()).isEqualTo("customer-not-found");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_NOT_FOUND")
    void what_is_not_found_is_missing(ErrorCode code) {
        assertThat(code.kind()).isEqualTo(ErrorCode.Kind.MISSING);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_EXISTS")
    void what_exists_is_a_conflict(ErrorCode code) {
        assertThat(code.kind()).isEqualTo(ErrorCode.Kind.CONFLICT);
    }
}
