package dev.cairn.domain.telemetry.published;

import static dev.cairn.domain.shared.ErrorCode.INVALID_CRITERIA;
import static dev.cairn.domain.telemetry.published.Written.above;
import static dev.cairn.domain.telemetry.published.Written.all;
import static dev.cairn.domain.telemetry.published.Written.criterion;
import static dev.cairn.domain.telemetry.published.Written.exists;
import static dev.cairn.domain.telemetry.published.Written.json;
import static dev.cairn.domain.telemetry.published.Written.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.JsonObject;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriterionNotationTest {
    private static List<String> faults(Map<String, Object> written) {
        var refusal = catchThrowableOfType(DomainException.class, () -> Criterion.parse(new JsonObject(written)));
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.code()).isEqualTo(INVALID_CRITERIA);
        return refusal.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private static Map<String, Object> normalised(Object... written) {
        var criterion = criterion(written);
        assertThat(Criterion.parse(criterion.toJson())).isEqualTo(criterion);
        return criterion.toJson().members();
    }

    private static Map<String, Object> members(Map<String, Object> json) {
        return new JsonObject(json).members();
    }

    private static Map<String, Object> threshold(String operator, Object threshold) {
        return json("type", "number_threshold", "operator", operator, "threshold", threshold);
    }

    private static Map<String, Object> match(String mode, String pattern) {
        return json("type", "string_match", "mode", mode, "pattern", pattern);
    }

    private static Map<String, Object> exactly(String pattern) {
        return json("type", "string_match", "mode", "exact", "pattern", pattern, "caseSensitive", true);
    }

    static Stream<Arguments> operators() {
        return Stream.of(
                arguments("EQUALS", 5, threshold("equals", 5)),
                arguments("eq", "on", exactly("on")),
                arguments("EQ", true, json("type", "boolean_flag", "expectedValue", true)),
                arguments("NOT_EQUALS", 5, threshold("not_equals", 5)),
                arguments("NE", "on", not(exactly("on"))),
                arguments("NE", false, not(json("type", "boolean_flag", "expectedValue", false))),
                arguments("GT", 5, threshold("greater_than", 5)),
                arguments("GREATER_THAN", 5, threshold("greater_than", 5)),
                arguments("gte", 5, threshold("greater_than_or_equal", 5)),
                arguments("GREATER_THAN_OR_EQUAL", 5, threshold("greater_than_or_equal", 5)),
                arguments("LT", 5, threshold("less_than", 5)),
                arguments("LESS_THAN", 5, threshold("less_than", 5)),
                arguments("LTE", 5, threshold("less_than_or_equal", 5)),
                arguments("LESS_THAN_OR_EQUAL", 5, threshold("less_than_or_equal", 5)),
                arguments("CONTAINS", "x", match("contains", "x")),
                arguments("STARTS_WITH", "x", match("starts_with", "x")),
                arguments("ENDS_WITH", "x", match("ends_with", "x")),
                arguments(">", 100, threshold("greater_than", 100)),
                arguments(">=", 100, threshold("greater_than_or_equal", 100)),
                arguments("<", 100, threshold("less_than", 100)),
                arguments("<=", 100, threshold("less_than_or_equal", 100)),
                arguments("==", 100, threshold("equals", 100)),
                arguments("=", "x", exactly("x")),
                arguments("!=", 100, threshold("not_equals", 100)),
                arguments("!=", "x", not(exactly("x"))));
    }

    @ParameterizedTest
    @MethodSource("operators")
    void an_operator_with_a_value_becomes_a_type(String operator, Object value, Map<String, Object> own) {
        assertThat(normalised("operator", operator, "targetValue", value)).isEqualTo(members(own));
        assertThat(normalised("operator", operator, "value", value)).isEqualTo(members(own));
    }

    @Test
    void an_operator_without_a_value_becomes_a_type() {
        assertThat(normalised("operator", "IS_TRUE", "path", "/a"))
                .isEqualTo(Map.of("type", "boolean_flag", "expectedValue", true, "path", "/a"));
        assertThat(normalised("operator", "is_false", "targetValue", null))
                .isEqualTo(Map.of("type", "boolean_flag", "expectedValue", false));
        assertThat(normalised("operator", "EXISTS", "description", "There"))
                .isEqualTo(Map.of("type", "exists", "description", "There"));
    }

    @Test
    void two_types_have_second_names() {
        assertThat(normalised("type", "boolean_equals", "value", true))
                .isEqualTo(Map.of("type", "boolean_flag", "expectedValue", true));
        assertThat(normalised("type", "boolean_equals", "expectedValue", false))
                .isEqualTo(Map.of("type", "boolean_flag", "expectedValue", false));
        assertThat(normalised("type", "string_contains", "pattern", "x", "caseSensitive", true))
                .isEqualTo(Map.of("type", "string_match", "mode", "contains", "pattern", "x", "caseSensitive", true));
    }

    @Test
    void notations_mix_and_keep_path_and_description() {
        assertThat(normalised(
                        "operator",
                        "and",
                        "description",
                        "Both",
                        "conditions",
                        List.of(
                                json("operator", "!=", "value", "off", "path", "/mode", "description", "On"),
                                json("operator", "OR", "conditions", List.of(exists("/b"))))))
                .isEqualTo(members(json(
                        "type",
                        "composite_and",
                        "description",
                        "Both",
                        "criteria",
                        List.of(
                                json(
                                        "type",
                                        "not",
                                        "description",
                                        "On",
                                        "criterion",
                                        json(
                                                "type",
                                                "string_match",
                                                "mode",
                                                "exact",
                                                "pattern",
                                                "off",
                                                "path",
                                                "/mode",
                                                "caseSensitive",
                                                true)),
                                json("type", "composite_or", "criteria", List.of(exists("/b")))))));
    }

    @Test
    void what_is_so_by_default_is_left_out() {
        assertThat(normalised("type", "number_between", "min", 1, "max", 2, "inclusive", true, "path", ""))
                .containsOnlyKeys("type", "min", "max");
        assertThat(normalised("type", "string_match", "mode", "exact", "pattern", "x", "caseSensitive", false))
                .containsOnlyKeys("type", "mode", "pattern");
        assertThat(normalised("type", "timestamp_comparison", "mode", "before", "referenceTime", "now"))
                .containsOnlyKeys("type", "mode");
        assertThat(normalised("type", "timestamp_comparison", "mode", "before", "referenceTime", "2026-01-01"))
                .containsEntry("referenceTime", "2026-01-01T00:00:00Z");
    }

    @Test
    void every_fault_is_told_at_once_with_its_place() {
        assertThat(faults(json(
                        "type",
                        "composite_and",
                        "speed",
                        1,
                        "criteria",
                        List.of(
                                json("type", "number_threshold", "operator", "more", "path", "a"),
                                json("type", "number_between", "min", 3, "max", 2, "inclusive", "yes"),
                                json("type", "odd"),
                                "text",
                                json("threshold", 1),
                                not(Map.of()),
                                json("operator", "GT", "targetValue", "5"),
                                json("type", "in", "values", Collections.singletonList(null))))))
                .containsExactlyInAnyOrder(
                        "/speed UNKNOWN",
                        "/criteria/0/operator ENUM",
                        "/criteria/0/threshold REQUIRED",
                        "/criteria/0/path FORMAT",
                        "/criteria/1/min RANGE",
                        "/criteria/1/inclusive TYPE",
                        "/criteria/2/type ENUM",
                        "/criteria/3 TYPE",
                        "/criteria/4/type REQUIRED",
                        "/criteria/5/criterion/type REQUIRED",
                        "/criteria/6/targetValue TYPE",
                        "/criteria/7/values/0 TYPE");
    }

    static Stream<Arguments> bad() {
        var tooLong = "x".repeat(1_001);
        return Stream.of(
                arguments(Map.of(), "/type REQUIRED"),
                arguments(json("type", 7), "/type TYPE"),
                arguments(json("type", "EXISTS"), "/type ENUM"),
                arguments(json("operator", "AND", "conditions", List.of()), "/conditions LENGTH"),
                arguments(json("operator", "XOR"), "/operator ENUM"),
                arguments(json("operator", 7), "/operator TYPE"),
                arguments(json("operator", "EQ"), "/targetValue REQUIRED"),
                arguments(json("operator", "EQ", "value", List.of()), "/value TYPE"),
                arguments(json("operator", "IS_TRUE", "value", true), "/value UNKNOWN"),
                arguments(json("operator", "EQ", "value", 1, "targetValue", 1), "/value UNKNOWN"),
                arguments(json("type", "exists", "path", 7), "/path TYPE"),
                arguments(json("type", "exists", "path", "/a~2"), "/path FORMAT"),
                arguments(json("type", "exists", "path", "/a~"), "/path FORMAT"),
                arguments(json("type", "exists", "path", "/" + tooLong), "/path LENGTH"),
                arguments(json("type", "exists", "description", "x".repeat(501)), "/description LENGTH"),
                arguments(json("type", "exists", "a/b", 1), "/a~1b UNKNOWN"),
                arguments(json("type", "boolean_flag", "expectedValue", "true"), "/expectedValue TYPE"),
                arguments(above(new BigDecimal("1e30")), "/threshold RANGE"),
                arguments(above(new BigDecimal("1e-31")), "/threshold RANGE"),
                arguments(above("100"), "/threshold TYPE"),
                arguments(json("type", "string_match", "mode", "exact", "pattern", tooLong), "/pattern LENGTH"),
                arguments(json("type", "string_match", "mode", "exact", "pattern", ""), "/pattern LENGTH"),
                arguments(json("type", "string_match", "mode", "like", "pattern", "x"), "/mode ENUM"),
                arguments(json("type", "string_match", "mode", "regex", "pattern", "("), "/pattern FORMAT"),
                arguments(json("type", "string_match", "mode", "regex", "pattern", "(?=x)"), "/pattern FORMAT"),
                arguments(json("type", "string_match", "mode", "regex", "pattern", "x".repeat(201)), "/pattern LENGTH"),
                arguments(json("type", "in", "values", List.of()), "/values LENGTH"),
                arguments(json("type", "in", "values", Collections.nCopies(101, 1)), "/values LENGTH"),
                arguments(json("type", "in", "values", List.of(tooLong)), "/values/0 LENGTH"),
                arguments(json("type", "in", "values", List.of(1, new BigDecimal("1e99"))), "/values/1 RANGE"),
                arguments(json("type", "in", "values", List.of(1, List.of())), "/values/1 TYPE"),
                arguments(json("type", "in", "values", "x"), "/values TYPE"),
                arguments(json("type", "timestamp_comparison", "mode", "within_days"), "/withinDays REQUIRED"),
                arguments(
                        json("type", "timestamp_comparison", "mode", "within_days", "withinDays", -1),
                        "/withinDays RANGE"),
                arguments(
                        json("type", "timestamp_comparison", "mode", "within_days", "withinDays", 36_526),
                        "/withinDays RANGE"),
                arguments(
                        json("type", "timestamp_comparison", "mode", "before", "withinDays", 1), "/withinDays UNKNOWN"),
                arguments(json("type", "timestamp_comparison", "withinDays", 1), "/mode REQUIRED"),
                arguments(
                        json("type", "timestamp_comparison", "mode", "before", "referenceTime", "then"),
                        "/referenceTime FORMAT"),
                arguments(
                        json("type", "timestamp_comparison", "mode", "before", "referenceTime", 1),
                        "/referenceTime TYPE"),
                arguments(json("type", "not"), "/criterion REQUIRED"),
                arguments(
                        json("type", "composite_or", "criteria", Collections.nCopies(21, exists(""))),
                        "/criteria LENGTH"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void what_is_wrong_is_told_with_its_place(Map<String, Object> written, String fault) {
        assertThat(faults(written)).containsExactly(fault);
    }

    @Test
    void criteria_are_at_most_eight_deep() {
        var deep = exists("");
        for (int i = 1; i < 8; i++) {
            deep = i % 2 == 0 ? not(deep) : all(deep);
        }
        assertThat(criterion("type", "not", "criterion", all(exists("")))).isNotNull();
        assertThat(Criterion.parse(new JsonObject(deep))).isNotNull();
        assertThat(faults(not(deep)))
                .containsExactly(
                        "/criterion/criteria/0/criterion/criteria/0/criterion/criteria/0/criterion/criteria/0 RANGE");
    }

    @Test
    void what_becomes_two_criteria_counts_as_two() {
        Map<String, Object> deep = json("operator", "!=", "value", "x");
        for (int i = 0; i < 6; i++) {
            deep = not(deep);
        }
        var seven = Criterion.parse(new JsonObject(deep));
        assertThat(Criterion.parse(seven.toJson())).isEqualTo(seven);
        assertThat(faults(not(deep))).containsExactly("/criterion".repeat(7) + "/value RANGE");
    }

    @Test
    void there_are_at_most_five_hundred_in_all() {
        var twenty = json("type", "composite_and", "criteria", Collections.nCopies(20, exists("")));
        assertThat(faults(json(
                        "type",
                        "composite_and",
                        "criteria",
                        Collections.nCopies(20, json("type", "composite_or", "criteria", List.of(twenty, twenty))))))
                .containsExactly(" LENGTH");
    }

    @Test
    void paths_of_criteria_in_one_another_are_bounded_together() {
        var inner = exists("/" + "x".repeat(600));
        var outer = not(inner);
        outer.put("path", "/" + "y".repeat(600));
        assertThat(faults(outer)).containsExactly("/criterion/path LENGTH");
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "100, 1E+2", "0, 0.00"})
    void numbers_are_equal_by_value(BigDecimal one, BigDecimal other) {
        assertThat(criterion("type", "in", "values", List.of(one)))
                .isEqualTo(criterion("type", "in", "values", List.of(other)));
        assertThat(Criterion.parse(new JsonObject(above(one))))
                .isEqualTo(Criterion.parse(new JsonObject(above(other))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(s3|gs|abfss)://[a-z0-9.-]+/",
                "[[:alpha:](]{3}",
                "\\Qa{1000}\\E",
                "[]{9999}]",
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                "\\p{Greek}{5,}",
                "\\x{10FFFF}",
                "x{,3}"
            })
    void ordinary_expressions_are_taken(String pattern) {
        assertThat(normalised("type", "string_match", "mode", "regex", "pattern", pattern))
                .containsEntry("pattern", pattern);
    }
}
