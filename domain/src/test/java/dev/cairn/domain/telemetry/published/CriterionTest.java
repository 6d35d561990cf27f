package dev.cairn.domain.telemetry.published;

import static dev.cairn.domain.telemetry.published.Evaluation.Verdict.ERROR;
import static dev.cairn.domain.telemetry.published.Evaluation.Verdict.MET;
import static dev.cairn.domain.telemetry.published.Evaluation.Verdict.UNMET;
import static dev.cairn.domain.telemetry.published.Written.NOW;
import static dev.cairn.domain.telemetry.published.Written.above;
import static dev.cairn.domain.telemetry.published.Written.all;
import static dev.cairn.domain.telemetry.published.Written.any;
import static dev.cairn.domain.telemetry.published.Written.criterion;
import static dev.cairn.domain.telemetry.published.Written.evaluate;
import static dev.cairn.domain.telemetry.published.Written.exists;
import static dev.cairn.domain.telemetry.published.Written.json;
import static dev.cairn.domain.telemetry.published.Written.not;
import static dev.cairn.domain.telemetry.published.Written.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriterionTest {
    @Nested
    class AFlag {
        private final Criterion on = criterion("type", "boolean_flag", "path", "/enabled", "expectedValue", true);

        @ParameterizedTest
        @ValueSource(strings = {"true", "1", "yes", "on", "t", "Y", " TRUE "})
        void reads_what_people_write_for_true(String text) {
            assertThat(told(on, Map.of("enabled", text))).isEqualTo("MET: enabled is true");
        }

        @ParameterizedTest
        @ValueSource(strings = {"false", "0", "no", "off", "F", "n"})
        void reads_what_people_write_for_false(String text) {
            assertThat(told(on, Map.of("enabled", text))).isEqualTo("UNMET: enabled is false and should be true");
        }

        @Test
        void takes_any_number_but_zero_for_true() {
            assertThat(evaluate(on, Map.of("enabled", new BigDecimal("-0.5"))).verdict())
                    .isEqualTo(MET);
            assertThat(evaluate(on, Map.of("enabled", new BigDecimal("0.00"))).verdict())
                    .isEqualTo(UNMET);
        }

        @Test
        void cannot_judge_what_is_neither() {
            assertThat(told(on, Map.of("enabled", "maybe")))
                    .isEqualTo("ERROR: enabled \"maybe\" is neither true nor false");
            assertThat(told(criterion("type", "boolean_flag", "expectedValue", false), List.of()))
                    .isEqualTo("ERROR: a list is neither true nor false");
        }
    }

    @Nested
    class AThreshold {
        @ParameterizedTest
        @CsvSource({
            "greater_than, ERROR, UNMET, UNMET, MET, >",
            "greater_than_or_equal, ERROR, UNMET, MET, MET, ≥",
            "less_than, ERROR, MET, UNMET, UNMET, <",
            "less_than_or_equal, ERROR, MET, MET, UNMET, ≤",
            "equals, ERROR, UNMET, MET, UNMET, =",
            "not_equals, ERROR, MET, UNMET, MET, ≠"
        })
        void compares_as_its_operator_says(
                String operator, String text, String below, String same, String over, String sign) {
            var criterion = criterion("type", "number_threshold", "operator", operator, "threshold", 100);
            assertThat(evaluate(criterion, "many").verdict()).hasToString(text);
            assertThat(evaluate(criterion, new BigDecimal("99.99")).verdict()).hasToString(below);
            assertThat(evaluate(criterion, "100.00").verdict()).hasToString(same);
            assertThat(evaluate(criterion, 100.01).verdict()).hasToString(over);
            assertThat(evaluate(criterion, 100).sentence()).contains(sign);
        }

        @Test
        void tells_place_value_and_threshold() {
            var criterion = criterion(
                    "type",
                    "number_threshold",
                    "operator",
                    "greater_than_or_equal",
                    "threshold",
                    100,
                    "path",
                    "/count");
            assertThat(told(criterion, Map.of("count", 150))).isEqualTo("MET: count 150 ≥ 100");
            assertThat(told(criterion, Map.of("count", 50))).isEqualTo("UNMET: count 50 is not ≥ 100");
            assertThat(told(criterion, Map.of("count", "lots"))).isEqualTo("ERROR: count \"lots\" is not a number");
        }

        @Test
        void compares_to_the_last_digit() {
            var third = "0.333333333333333333333333333333";
            var criterion = Criterion.parse(new JsonObject(above(new BigDecimal(third))));
            assertThat(evaluate(criterion, third).verdict()).isEqualTo(UNMET);
            assertThat(evaluate(criterion, "0.3333333333333333333333333333331").verdict())
                    .as("more decimals than a number has")
                    .isEqualTo(ERROR);
            assertThat(evaluate(criterion, new BigDecimal(third + "1")).verdict())
                    .isEqualTo(MET);
        }

        @Test
        void reads_percentages_and_stays_calm_about_monsters() {
            assertThat(told(Criterion.parse(new JsonObject(above(50))), "75 %")).isEqualTo("MET: 75 > 50");
            assertThat(told(Criterion.parse(new JsonObject(above(50))), new BigDecimal("1E+999999999")))
                    .isEqualTo("MET: 1E+999999999 > 50");
            assertThat(evaluate(Criterion.parse(new JsonObject(above(50))), new BigDecimal("1E-999999999"))
                            .verdict())
                    .isEqualTo(UNMET);
            assertThat(evaluate(Criterion.parse(new JsonObject(above(50))), "1e400")
                            .verdict())
                    .isEqualTo(ERROR);
            assertThat(evaluate(Criterion.parse(new JsonObject(above(50))), "1,000")
                            .verdict())
                    .isEqualTo(ERROR);
            assertThat(evaluate(Criterion.parse(new JsonObject(above(50))), "").verdict())
                    .isEqualTo(ERROR);
        }
    }

    @Nested
    class ARange {
        @ParameterizedTest
        @CsvSource({"7,MET,UNMET", "8,MET,MET", "10,MET,UNMET", "6.99,UNMET,UNMET", "10.01,UNMET,UNMET"})
        void holds_its_ends_unless_they_are_excluded(BigDecimal value, String with, String without) {
            assertThat(evaluate(criterion("type", "number_between", "min", 7, "max", 10), value)
                            .verdict())
                    .hasToString(with);
            assertThat(evaluate(criterion("type", "number_between", "min", 7, "max", 10, "inclusive", false), value)
                            .verdict())
                    .hasToString(without);
        }

        @Test
        void tells_both_ends() {
            assertThat(told(criterion("type", "number_between", "min", 7, "max", 10), 8))
                    .isEqualTo("MET: 8 is between 7 and 10");
            assertThat(told(criterion("type", "number_between", "min", 7, "max", 10, "inclusive", false), 7))
                    .isEqualTo("UNMET: 7 is not between 7 and 10, both excluded");
            assertThat(told(criterion("type", "number_between", "min", 7, "max", 10), true))
                    .isEqualTo("ERROR: true is not a number");
        }
    }

    @Nested
    class AText {
        @ParameterizedTest
        @CsvSource({
            "exact, INSPECT-all, MET: \"Inspect-ALL\" is \"INSPECT-all\"",
            "exact, inspect, UNMET: \"Inspect-ALL\" is not \"inspect\"",
            "contains, SPECT, MET: \"Inspect-ALL\" contains \"SPECT\"",
            "contains, x, UNMET: \"Inspect-ALL\" does not contain \"x\"",
            "starts_with, inspect, MET: \"Inspect-ALL\" starts with \"inspect\"",
            "starts_with, all, UNMET: \"Inspect-ALL\" does not start with \"all\"",
            "ends_with, all, MET: \"Inspect-ALL\" ends with \"all\"",
            "ends_with, inspect, UNMET: \"Inspect-ALL\" does not end with \"inspect\"",
            "regex, 't-[a-c]', MET: \"Inspect-ALL\" matches \"t-[a-c]\"",
            "regex, '^all', UNMET: \"Inspect-ALL\" does not match \"^all\""
        })
        void is_compared_whatever_its_case(String mode, String pattern, String told) {
            assertThat(told(criterion("type", "string_match", "mode", mode, "pattern", pattern), "Inspect-ALL"))
                    .isEqualTo(told);
        }

        @ParameterizedTest
        @CsvSource({"exact, É", "contains, É", "starts_with, É", "ends_with, É", "regex, É"})
        void is_compared_with_its_case_when_that_is_said(String mode, String pattern) {
            var lenient = criterion("type", "string_match", "mode", mode, "pattern", pattern);
            var strict = criterion("type", "string_match", "mode", mode, "pattern", pattern, "caseSensitive", true);
            assertThat(evaluate(lenient, "é").verdict()).isEqualTo(MET);
            assertThat(evaluate(strict, "é").verdict()).isEqualTo(UNMET);
            assertThat(evaluate(strict, "É").verdict()).isEqualTo(MET);
        }

        @Test
        void composed_one_way_or_the_other_is_the_same() {
            var criterion = criterion("type", "string_match", "mode", "exact", "pattern", "caf\u00e9");
            assertThat(evaluate(criterion, "CAFE\u0301").verdict()).isEqualTo(MET);
            assertThat(evaluate(criterion, " café").verdict())
                    .as("white space counts")
                    .isEqualTo(UNMET);
        }

        @Test
        void is_not_what_numbers_are() {
            assertThat(told(
                            criterion("type", "string_match", "mode", "exact", "pattern", "5", "path", "/v"),
                            Map.of("v", 5)))
                    .isEqualTo("ERROR: v 5 is not a text");
            assertThat(told(criterion("type", "string_not_null"), 5)).isEqualTo("ERROR: 5 is not a text");
        }

        @Test
        void that_is_blank_says_nothing() {
            assertThat(told(criterion("type", "string_not_null", "path", "/a"), Map.of("a", " \t")))
                    .isEqualTo("UNMET: a is blank");
            assertThat(told(criterion("type", "string_not_null"), "x")).isEqualTo("MET: \"x\" is not blank");
        }

        @Test
        void of_great_length_is_told_shortly() {
            var told = evaluate(criterion("type", "string_not_null"), "🙂".repeat(5_000))
                    .sentence();
            assertThat(told).hasSizeLessThan(130).contains("…");
            assertThat(told.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE))
                    .isFalse();
        }
    }

    @Nested
    class AList {
        private final Criterion in = criterion("type", "in", "values", List.of("on", 1, true, new BigDecimal("2.50")));

        @Test
        void holds_numbers_by_value_and_texts_exactly() {
            assertThat(told(in, new BigDecimal("2.5"))).isEqualTo("MET: 2.5 is one of \"on\", 1, true, 2.5");
            assertThat(evaluate(in, new BigDecimal("1.00")).verdict()).isEqualTo(MET);
            assertThat(evaluate(in, "on").verdict()).isEqualTo(MET);
            assertThat(evaluate(in, true).verdict()).isEqualTo(MET);
            assertThat(told(in, "On")).isEqualTo("UNMET: \"On\" is none of \"on\", 1, true, 2.5");
            assertThat(evaluate(in, "1").verdict()).isEqualTo(UNMET);
        }

        @Test
        void cannot_hold_objects() {
            assertThat(told(in, Map.of())).isEqualTo("ERROR: the value is an object, not a text, number or boolean");
        }
    }

    @Nested
    class ATime {
        @ParameterizedTest
        @ValueSource(
                strings = {"2026-11-20T09:00:00Z", "2026-11-20T10:00:00+01:00", "2026-11-20T09:00Z", "1795165200000"})
        void reads_instants_offsets_and_milliseconds(String text) {
            assertThat(told(criterion("type", "timestamp_comparison", "mode", "before"), text))
                    .isEqualTo("MET: 2026-11-20T09:00:00Z is before 2026-11-21T09:00:00Z");
        }

        @Test
        void of_a_day_is_its_start_in_utc() {
            var after = criterion("type", "timestamp_comparison", "mode", "after", "referenceTime", "2026-01-01");
            assertThat(told(after, "2026-01-01"))
                    .isEqualTo("UNMET: 2026-01-01T00:00:00Z is not after 2026-01-01T00:00:00Z");
            assertThat(evaluate(after, 1767225600001L).verdict()).isEqualTo(MET);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-11-14T09:00:00Z, MET",
            "2026-11-14T08:59:59.999999Z, UNMET",
            "2026-11-28T09:00:00Z, MET",
            "2026-11-28T09:00:00.000001Z, UNMET"
        })
        void within_days_counts_exact_time_both_ways(String at, String verdict) {
            var week = criterion(
                    "type", "timestamp_comparison", "mode", "within_days", "withinDays", 7, "referenceTime", "now");
            assertThat(evaluate(week, at).verdict()).hasToString(verdict);
        }

        @Test
        void within_days_is_told_in_days() {
            assertThat(told(
                            criterion("type", "timestamp_comparison", "mode", "within_days", "withinDays", 1),
                            NOW.toString()))
                    .isEqualTo("MET: 2026-11-21T09:00:00Z is within 1 day of 2026-11-21T09:00:00Z");
            assertThat(told(
                            criterion("type", "timestamp_comparison", "mode", "within_days", "withinDays", 0.5),
                            "2026-11-20"))
                    .isEqualTo("UNMET: 2026-11-20T00:00:00Z is not within 0.5 days of 2026-11-21T09:00:00Z");
        }

        @Test
        void that_is_none_is_an_error_to_compare_and_unmet_to_have() {
            assertThat(told(criterion("type", "timestamp_comparison", "mode", "after"), "yesterday"))
                    .isEqualTo("ERROR: \"yesterday\" is not a time");
            assertThat(told(criterion("type", "timestamp_not_null", "path", "/at"), Map.of("at", "yesterday")))
                    .isEqualTo("UNMET: at \"yesterday\" is not a time");
            assertThat(told(criterion("type", "timestamp_not_null"), "2026-11-20"))
                    .isEqualTo("MET: 2026-11-20T00:00:00Z is a time");
            assertThat(evaluate(criterion("type", "timestamp_not_null"), true).verdict())
                    .isEqualTo(ERROR);
        }
    }

    @Nested
    class APath {
        private final Criterion there = criterion("type", "exists", "path", "/a~1b/~0c/1");

        @Test
        void leads_through_members_and_indices() {
            assertThat(told(there, Map.of("a/b", Map.of("~c", List.of(0, 7)))))
                    .isEqualTo("MET: there is a value at /a~1b/~0c/1");
            assertThat(evaluate(there, Map.of("a/b", Map.of("~c", List.of(0, 7))))
                            .seen())
                    .contains(new JsonValue(7));
        }

        @Test
        void that_selects_nothing_is_unmet_for_every_leaf() {
            for (var leaf : List.of(
                    json("type", "boolean_flag", "expectedValue", false),
                    above(1),
                    json("type", "number_between", "min", 1, "max", 2),
                    json("type", "string_match", "mode", "regex", "pattern", ".*"),
                    json("type", "string_not_null"),
                    json("type", "in", "values", List.of(1)),
                    json("type", "exists"),
                    json("type", "timestamp_comparison", "mode", "before"),
                    json("type", "timestamp_not_null"))) {
                leaf.put("path", "/users/active");
                var found = evaluate(Criterion.parse(new JsonObject(leaf)), Map.of("users", 5));
                assertThat(found.verdict()).isEqualTo(UNMET);
                assertThat(found.sentence()).isEqualTo("no value at /users/active");
                assertThat(found.seen()).isEmpty();
                assertThat(found.error()).isEmpty();
            }
        }

        @Test
        void to_null_leads_to_nothing() {
            var value = json("a", null);
            assertThat(evaluate(criterion("type", "exists", "path", "/a"), value)
                            .verdict())
                    .isEqualTo(UNMET);
            assertThat(told(Criterion.parse(new JsonObject(not(exists("/a")))), value))
                    .isEqualTo("MET: no value at /a, as it should be");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/2", "/01", "/-", "/-1", "/x", "/", "/9999999999"})
        void beyond_a_list_leads_to_nothing(String path) {
            assertThat(evaluate(criterion("type", "exists", "path", path), List.of(1, 2))
                            .verdict())
                    .isEqualTo(UNMET);
        }

        @Test
        void before_other_criteria_stands_before_theirs() {
            var written = all(exists("/a"), not(above(3)));
            written.put("path", "/in");
            var criterion = Criterion.parse(new JsonObject(written));
            assertThat(evaluate(criterion, Map.of("in", Map.of("a", 1))).children())
                    .extracting(Evaluation::sentence)
                    .containsExactly("there is a value at /in/a", "in an object is not a number");
            assertThat(criterion.toJson().members()).doesNotContainKey("path");
        }
    }

    @Nested
    class Together {
        private static final Map<String, Object> YES = exists("");
        private static final Map<String, Object> NO = exists("/no");
        private static final Map<String, Object> ODD = above(1);

        private Evaluation.Verdict verdict(Map<String, Object> written) {
            return evaluate(Criterion.parse(new JsonObject(written)), "text").verdict();
        }

        @Test
        void criteria_follow_kleene() {
            assertThat(List.of(verdict(YES), verdict(NO), verdict(ODD))).containsExactly(MET, UNMET, ERROR);
            assertThat(List.of(verdict(not(YES)), verdict(not(NO)), verdict(not(ODD))))
                    .containsExactly(UNMET, MET, ERROR);
            var all = Arrays.asList(
                    all(YES, YES), all(YES, NO), all(YES, ODD), all(NO, NO), all(NO, ODD), all(ODD, NO), all(ODD, ODD));
            assertThat(all.stream().map(this::verdict)).containsExactly(MET, UNMET, ERROR, UNMET, UNMET, UNMET, ERROR);
            var any = Arrays.asList(
                    any(YES, YES),
                    any(YES, NO),
                    any(YES, ODD),
                    any(ODD, YES),
                    any(NO, NO),
                    any(NO, ODD),
                    any(ODD, ODD));
            assertThat(any.stream().map(this::verdict)).containsExactly(MET, MET, MET, MET, UNMET, ERROR, ERROR);
        }

        @Test
        void they_tell_how_many_are_met_and_keep_their_order() {
            var found = evaluate(Criterion.parse(new JsonObject(all(YES, NO, YES))), 1);
            assertThat(found.sentence()).isEqualTo("2 of 3 met, all needed");
            assertThat(found.type()).isEqualTo("composite_and");
            assertThat(found.children()).extracting(Evaluation::verdict).containsExactly(MET, UNMET, MET);
            assertThat(evaluate(Criterion.parse(new JsonObject(any(NO, ODD))), "x"))
                    .satisfies(or -> assertThat(or.sentence()).isEqualTo("0 of 2 met, 1 cannot be judged, one needed"))
                    .satisfies(or -> assertThat(or.error()).contains(or.sentence()))
                    .satisfies(or -> assertThat(or.isMet()).isFalse());
        }

        @Test
        void what_should_not_be_says_so() {
            assertThat(told(Criterion.parse(new JsonObject(not(above(3)))), 2))
                    .isEqualTo("MET: 2 is not > 3, as it should be");
            assertThat(told(Criterion.parse(new JsonObject(not(above(3)))), 4))
                    .isEqualTo("UNMET: 4 > 3, which should not be");
            assertThat(evaluate(Criterion.parse(new JsonObject(not(above(3)))), "x")
                            .error())
                    .contains("\"x\" is not a number");
        }
    }

    @Nested
    class Kept {
        private final JsonObject odd = new JsonObject(Map.of("type", "odd", "threshold", 1));

        @Test
        void by_older_rules_it_is_an_error_and_stays_as_it_was() {
            var criterion = Criterion.stored(odd);
            assertThat(criterion.toJson()).isEqualTo(odd);
            assertThat(evaluate(criterion, 1).verdict()).isEqualTo(ERROR);
            assertThat(evaluate(criterion, 1).error()).isPresent();
            assertThat(criterion).isEqualTo(Criterion.stored(odd));
        }

        @Test
        void by_todays_rules_it_is_what_it_is() {
            assertThat(Criterion.stored(new JsonObject(exists("/a"))))
                    .isEqualTo(criterion("type", "exists", "path", "/a"));
        }
    }
}
