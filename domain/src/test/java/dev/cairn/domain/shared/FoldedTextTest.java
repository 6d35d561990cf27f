package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "Acme|  aCME ",
                "Ärger|ÄRGER",
                "A\u0308rger|Ärger",
                "ÉCOLE|école",
                "ΑΘΗΝΑ|αθηνα",
                "ISTANBUL|istanbul"
            },
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false)
    void two_spellings_of_one_text_fold_to_the_same(String one, String other) {
        assertThat(FoldedText.of(one)).isEqualTo(FoldedText.of(other));
    }

    @ParameterizedTest
    @CsvSource({"resume, résumé", "strasse, straße", "a b, ab"})
    void different_texts_stay_different(String one, String other) {
        assertThat(FoldedText.of(one)).isNotEqualTo(FoldedText.of(other));
    }

    @Test
    void no_locale_of_the_machine_has_a_say() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(FoldedText.of("TITLE").value()).isEqualTo("title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property
    void folding_twice_is_folding_once(@ForAll String text) {
        var once = FoldedText.of(text);
        assertThat(FoldedText.of(once.value())).isEqualTo(once);
    }
}
