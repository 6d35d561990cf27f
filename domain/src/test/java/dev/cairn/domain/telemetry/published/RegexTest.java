package dev.cairn.domain.telemetry.published;

import static dev.cairn.domain.telemetry.published.Written.criterion;
import static dev.cairn.domain.telemetry.published.Written.evaluate;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.Duration;
import java.util.Collections;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "(?:(?:(?:){1000}){1000}){1000}",
                "(?:(?:(?:^){1000}){1000}){1000}",
                "((a{0,31}){0,31}){0,31}",
                "(\\pL{100}){11}",
                "([[:alpha:](]){1000}{1000}",
                "[^]](a[)]{30}){40}",
                "(\\Q(\\E{40}){40}",
                "[.)-[:alpha:](((a{1000}){1000}){1000})[:alpha:]]",
                "a{99999999999999999999}"
            })
    void what_would_unroll_without_end_is_refused_before_it_is_tried(String pattern) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(Regex.fault(pattern)).isPresent());
    }

    @Test
    void what_makes_others_hang_is_linear() {
        var criterion = criterion("type", "string_match", "mode", "regex", "pattern", "^(((a+)+)+)+$");
        assertThat(evaluate(criterion, "a".repeat(10_000) + "b").verdict()).isEqualTo(Evaluation.Verdict.UNMET);
    }

    @Test
    void too_expensive_is_an_error() {
        var criterion = criterion("type", "string_match", "mode", "regex", "pattern", "(a{0,20}){0,20}$");
        var found = evaluate(criterion, "a".repeat(10_000));
        assertThat(found.verdict()).isEqualTo(Evaluation.Verdict.ERROR);
        assertThat(found.error()).hasValueSatisfying(error -> assertThat(error).endsWith("is too expensive"));
        assertThat(evaluate(criterion, "a".repeat(100)).verdict()).isEqualTo(Evaluation.Verdict.MET);
    }

    @Test
    void many_expressions_share_one_budget() {
        var leaf = Written.json("type", "string_match", "mode", "regex", "pattern", "x{200}");
        var twenty = criterion("type", "composite_or", "criteria", Collections.nCopies(20, leaf));
        var verdicts = evaluate(twenty, "y".repeat(1_000)).children().stream()
                .map(Evaluation::verdict)
                .toList();
        assertThat(verdicts.get(0)).isEqualTo(Evaluation.Verdict.UNMET);
        assertThat(verdicts.get(19)).isEqualTo(Evaluation.Verdict.ERROR);
    }

    /** Pieces that nest, repeat and quote, put together in any order; small counts, so that compiling them is safe. */
    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                        "(",
                        ")",
                        "(?:",
                        "[",
                        "]",
                        "^",
                        "[^",
                        "[:alpha:]",
                        "\\",
                        "\\Q",
                        "\\E",
                        "{2}",
                        "{3}",
                        "{0,4}",
                        "{2,}",
                        "*",
                        "+",
                        "?",
                        "|",
                        "a",
                        "\\d",
                        "\\p{L}",
                        "\\pN",
                        "\\x{61}",
                        "-",
                        "{",
                        "}",
                        ",",
                        ".",
                        "$",
                        "é")
                .list()
                .ofMaxSize(14)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 3_000)
    void no_program_is_larger_than_it_was_estimated(@ForAll("patterns") String pattern) {
        try {
            var program = Pattern.compile(pattern).programSize();
            assertThat(Regex.size(pattern) + 3).isGreaterThanOrEqualTo(program);
        } catch (PatternSyntaxException none) {
            assertThat(Regex.fault(pattern)).isPresent();
        }
    }
}
