package dev.cairn.domain.telemetry.published;

import static dev.cairn.domain.telemetry.published.Written.all;
import static dev.cairn.domain.telemetry.published.Written.any;
import static dev.cairn.domain.telemetry.published.Written.json;
import static dev.cairn.domain.telemetry.published.Written.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementTest {
    private static void says(Criterion criterion, String comparison, String expected) {
        assertThat(criterion.requirement()).isEqualTo(new Requirement(comparison, expected));
    }

    private static Criterion criterion(Object... namesAndValues) {
        return Written.criterion(namesAndValues);
    }

    private static Criterion criterion(Map<String, Object> json) {
        return Criterion.parse(new JsonObject(json));
    }

    @Test
    void says_of_every_leaf_how_it_compares_and_with_what() {
        says(criterion("type", "boolean_flag", "expectedValue", false), "is", "false");
        says(criterion("type", "number_between", "min", 1, "max", new BigDecimal("2.50")), "between", "1 and 2.5");
        says(
                criterion("type", "number_between", "min", 1, "max", 2, "inclusive", false),
                "between",
                "1 and 2, both excluded");
        says(criterion("type", "string_not_null"), "not blank", "");
        says(criterion("type", "in", "values", List.of("a", 1, true)), "one of", "\"a\", 1, true");
        says(criterion("type", "exists"), "exists", "");
        says(criterion("type", "timestamp_not_null"), "a time", "");
        says(criterion("type", "timestamp_comparison", "mode", "before"), "before", "now");
        says(
                criterion("type", "timestamp_comparison", "mode", "after", "referenceTime", "2026-11-21T00:00:00Z"),
                "after",
                "2026-11-21T00:00:00Z");
        says(
                criterion("type", "timestamp_comparison", "mode", "within_days", "withinDays", 1),
                "within 1 day of",
                "now");
    }

    @ParameterizedTest
    @CsvSource({
        "greater_than, greater than",
        "greater_than_or_equal, greater than or equal",
        "less_than, less than",
        "less_than_or_equal, less than or equal",
        "equals, equals",
        "not_equals, not equals"
    })
    void says_how_numbers_compare_in_words_that_no_program_takes_for_a_formula(String operator, String comparison) {
        says(criterion("type", "number_threshold", "operator", operator, "threshold", 100), comparison, "100");
    }

    @ParameterizedTest
    @CsvSource({"exact, is", "contains, contains", "starts_with, starts with", "ends_with, ends with", "regex, matches"
    })
    void says_how_texts_compare(String mode, String comparison) {
        says(criterion("type", "string_match", "mode", mode, "pattern", "on"), comparison, "on");
    }

    @Test
    void names_the_place_it_looks_at_unless_that_is_the_whole() {
        says(
                criterion("type", "number_threshold", "path", "/a~1b/0", "operator", "equals", "threshold", 1),
                "/a~1b/0 equals",
                "1");
    }

    @Test
    void says_composites_and_their_opposites_in_words() {
        var flag = json("type", "boolean_flag", "path", "/on", "expectedValue", true);
        var there = json("type", "exists");
        says(criterion(all(flag, not(there))), "all of", "/on is true; (not exists)");
        says(criterion(any(flag, all(there, flag))), "one of", "/on is true; (all of exists; /on is true)");
        says(criterion(not(any(flag, there))), "not one of", "/on is true; exists");
    }

    @Test
    void is_never_longer_than_a_cell_can_bear() {
        var part = json("type", "string_match", "mode", "exact", "pattern", "x".repeat(600));
        assertThat(criterion(all(part, part)).requirement().expected())
                .hasSize(Requirement.MAX)
                .endsWith("…");
    }

    @Test
    void has_nothing_to_say_of_what_cannot_be_read_any_more() {
        says(Criterion.stored(new JsonObject(Map.of("type", "old"))), "", "");
    }
}
