package dev.cairn.adapters.rest.shared;

import dev.cairn.domain.telemetry.published.Criterion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The published shape of a criterion: one object with the properties of all types, for whoever generates clients. What
 * belongs to which type says the JSON Schema.
 */
@Schema(
        name = CriterionJson.NAME,
        description = "When a value counts as success: `type` says which of the other properties it has."
                + " `GET /api/v1/schemas/criteria` has the JSON Schema. Criteria in other notations"
                + " (`operator` with `targetValue`, `value` or `conditions`) are taken too, and answered in this one.",
        examples = "{\"type\": \"number_threshold\", \"operator\": \"greater_than_or_equal\", \"threshold\": 100}")
public record CriterionJson(
        @Schema(
                required = true,
                description = "What sort of criterion it is.",
                enumeration = {
                    "boolean_flag",
                    "number_threshold",
                    "number_between",
                    "string_match",
                    "string_not_null",
                    "in",
                    "exists",
                    "timestamp_comparison",
                    "timestamp_not_null",
                    "not",
                    "composite_and",
                    "composite_or"
                })
        String type,

        @Schema(
                description = "Where to look inside a JSON value, as a JSON pointer (RFC 6901); absent: the whole.",
                maxLength = Criterion.MAX_TEXT)
        Optional<String> path,

        @Schema(description = "What its author says of it.", maxLength = Criterion.MAX_DESCRIPTION)
        Optional<String> description,

        @Schema(description = "`boolean_flag`: what the value, read as a boolean, has to be.")
        Optional<Boolean> expectedValue,

        @Schema(
                description = "`number_threshold`: how the value has to stand to the threshold.",
                enumeration = {
                    "greater_than",
                    "greater_than_or_equal",
                    "less_than",
                    "less_than_or_equal",
                    "equals",
                    "not_equals"
                })
        Optional<String> operator,

        @Schema(
                description = "`number_threshold`: what the value is compared with, exactly.",
                minimum = MIN_NUMBER,
                maximum = MAX_NUMBER)
        Optional<BigDecimal> threshold,

        @Schema(
                description = "`number_between`: the least number, not above `max`.",
                minimum = MIN_NUMBER,
                maximum = MAX_NUMBER)
        Optional<BigDecimal> min,

        @Schema(description = "`number_between`: the greatest number.", minimum = MIN_NUMBER, maximum = MAX_NUMBER)
        Optional<BigDecimal> max,

        @Schema(description = "`number_between`: whether both ends count; they do unless this says false.")
        Optional<Boolean> inclusive,

        @Schema(
                description = "`string_match`: exact, contains, starts_with, ends_with or regex."
                        + " `timestamp_comparison`: before, after or within_days.",
                enumeration = {
                    "exact",
                    "contains",
                    "starts_with",
                    "ends_with",
                    "regex",
                    "before",
                    "after",
                    "within_days"
                })
        Optional<String> mode,

        @Schema(
                description = "`string_match`: the text, or the regular expression (RE2, at most 200 characters), to"
                        + " find.",
                minLength = 1,
                maxLength = Criterion.MAX_TEXT)
        Optional<String> pattern,

        @Schema(description = "`string_match`: whether case matters; it does not unless this says true.")
        Optional<Boolean> caseSensitive,

        @Schema(
                description = "`in`: texts, numbers and booleans, one of which the value has to equal.",
                minItems = 1,
                maxItems = Criterion.MAX_VALUES)
        List<Object> values,

        @Schema(
                description =
                        "`timestamp_comparison`: an ISO time with its offset; `now`, or absent, is the time of the evaluation.",
                maxLength = 100)
        Optional<String> referenceTime,

        @Schema(
                description = "`within_days`: how far away the value may be, in days of 24 hours, either way.",
                minimum = "0",
                maximum = "" + Criterion.MAX_DAYS)
        Optional<BigDecimal> withinDays,

        @Schema(description = "`not`: the criterion that must be unmet.")
        Optional<CriterionJson> criterion,

        @Schema(
                description = "`composite_and`, `composite_or`: the criteria, all or one of which must be met. Criteria"
                        + " are nested at most 8 deep.",
                minItems = 1,
                maxItems = Criterion.MAX_MEMBERS)
        List<CriterionJson> criteria) {
    /** How properties refer to it. */
    public static final String NAME = "Criterion";

    private static final String MAX_NUMBER = "1000000000000000000000000000000";
    private static final String MIN_NUMBER = "-" + MAX_NUMBER;
}
