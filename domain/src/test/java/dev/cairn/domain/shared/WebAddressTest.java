package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"https://docs.example.org/idp?x=1#top", "http://localhost:8080", "HTTPS://docs.example.org"})
    void http_and_https_addresses_are_taken_as_they_are(String address) {
        assertThat(WebAddress.checked(" " + address + " ")).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://docs.example.org",
                "javascript:alert(1)",
                "docs.example.org",
                "https://",
                "https://a b",
                ""
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> WebAddress.checked(text))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::code)
                                .containsExactly(Fault.Code.FORMAT));
    }

    @Test
    void an_address_has_two_thousand_and_forty_eight_characters_at_most() {
        var longest = "https://docs.example.org/" + "x".repeat(WebAddress.MAX - 25);
        assertThat(WebAddress.checked(longest)).hasSize(WebAddress.MAX);
        assertThatThrownBy(() -> WebAddress.checked(longest + "x"))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::code)
                                .containsExactly(Fault.Code.LENGTH));
    }
}
