package dev.cairn.domain.customer;

import static dev.cairn.domain.shared.Refusals.assertFaulty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.shared.DomainException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ops@acme.example",
                "o'brien+tag_1@mail.acme.example",
                "a@b.co",
                "first.last@a-b.example",
                "!#$%&*/=?^`{|}~@acme.example",
                "grüße@münchen.example",
                "ops@xn--mnchen-3ya.example",
                "OPS@ACME.EXAMPLE"
            })
    void is_taken(String text) {
        assertThat(new EmailAddress(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "@acme.example",
                "ops@",
                "ops@acme",
                "ops@.example",
                "ops@acme..example",
                "ops@acme.e",
                "ops@acme.example.",
                ".ops@acme.example",
                "ops.@acme.example",
                "o..ps@acme.example",
                "o ps@acme.example",
                "ops@ac me.example",
                "ops@@acme.example",
                "ops@a@b.example",
                "ops@-acme.example",
                "ops@acme-.example",
                "ops@acme.-example",
                "ops@acme.example-",
                "ops@acme.--",
                "ops@acme_x.example",
                "\"ops\"@acme.example",
                "ops@[127.0.0.1]",
                "ops <ops@acme.example>",
                "a,b@acme.example",
                "o\u0007ps@acme.example",
                "ops@acme.example\u0000"
            })
    void is_refused(String text) {
        assertFaulty(() -> new EmailAddress(text)).containsExactly(" FORMAT");
    }

    @Test
    void has_64_characters_before_the_at_and_254_in_all() {
        var local = "x".repeat(64);
        assertThat(new EmailAddress(local + "@acme.example").value()).hasSize(77);
        assertFaulty(() -> new EmailAddress("x" + local + "@acme.example")).containsExactly(" FORMAT");
        var domain = ("y".repeat(61) + ".").repeat(3) + "example";
        var longest = "x".repeat(254 - domain.length() - 1) + "@" + domain;
        assertThat(new EmailAddress(longest).value()).hasSize(254);
        assertFaulty(() -> new EmailAddress("x" + longest)).containsExactly(" FORMAT");
    }

    @Test
    void loses_the_white_space_around_it_and_keeps_its_case() {
        assertThat(new EmailAddress(" Ops@Acme.example\n").value()).isEqualTo("Ops@Acme.example");
    }

    @Test
    void is_compared_ignoring_case() {
        assertThat(new EmailAddress("Ops@Acme.example").folded())
                .isEqualTo(new EmailAddress("oPS@aCME.eXAMPLE").folded());
    }

    @Test
    @Timeout(2)
    void takes_no_time_over_texts_made_to_take_it() {
        assertThatThrownBy(() -> new EmailAddress("a@" + "a-".repeat(120) + "!"))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> new EmailAddress("a@" + "a.".repeat(120) + "!"))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> new EmailAddress("a.".repeat(120))).isInstanceOf(DomainException.class);
    }

    @Property
    void any_text_is_taken_as_it_stands_or_refused(@ForAll @StringLength(max = 300) String text) {
        try {
            assertThat(new EmailAddress(text).value()).isEqualTo(text.strip()).contains("@");
        } catch (DomainException refusal) {
            assertThat(refusal.faults()).hasSize(1);
        }
    }
}
