package dev.cairn.domain.telemetry.published;

import static dev.cairn.domain.telemetry.published.Written.NOW;
import static dev.cairn.domain.telemetry.published.Written.all;
import static dev.cairn.domain.telemetry.published.Written.any;
import static dev.cairn.domain.telemetry.published.Written.json;
import static dev.cairn.domain.telemetry.published.Written.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.Evaluation.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class CriterionPropertyTest {
    private static final List<String> TEXTS = List.of(
            "", " ", "on", "OFF", "1", "75%", "1e400", "2026-11-20", "2026-11-21T09:00:00+01:00", "Ünusual 🙂", "a~1/");

    @Provide
    Arbitrary<Object> values() {
        return values(3);
    }

    private static Arbitrary<Object> values(int levels) {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.of(TEXTS).map(text -> text),
                Arbitraries.strings().ofMaxLength(12).map(text -> text),
                numbers().map(number -> number),
                Arbitraries.of(true, false).map(flag -> flag));
        if (levels == 0) {
            return plain;
        }
        var inner = values(levels - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(3, plain),
                Tuple.of(1, inner.list().ofMaxSize(3).map(list -> list)),
                Tuple.of(
                        2,
                        Arbitraries.maps(Arbitraries.of("a", "b", "c/d", "~"), inner)
                                .ofMaxSize(3)
                                .map(map -> map)));
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals().ofScale(6),
                Arbitraries.of(
                                "0",
                                "0.00",
                                "1E+999999999",
                                "1E-999999999",
                                "-1E+400",
                                "1795165200000",
                                "253402300800000")
                        .map(BigDecimal::new));
    }

    @Provide
    Arbitrary<Map<String, Object>> criteria() {
        return criteria(3);
    }

    private static Arbitrary<Map<String, Object>> criteria(int levels) {
        Arbitrary<Map<String, Object>> leaf = Arbitraries.oneOf(
                Arbitraries.of(true, false).map(flag -> json("type", "boolean_flag", "expectedValue", flag)),
                Arbitraries.of(NumberThreshold.Operator.values())
                        .map(operator -> json(
                                "type",
                                "number_threshold",
                                "operator",
                                operator.name().toLowerCase(Locale.ROOT),
                                "threshold",
                                1)),
                Arbitraries.of(true, false)
                        .map(flag -> json("type", "number_between", "min", 0, "max", 100, "inclusive", flag)),
                Arbitraries.of("exact", "contains", "starts_with", "ends_with", "regex")
                        .map(mode -> json("type", "string_match", "mode", mode, "pattern", "o.?")),
                Arbitraries.of("string_not_null", "exists", "timestamp_not_null")
                        .map(type -> json("type", type)),
                Arbitraries.just(json("type", "in", "values", List.of("on", 1, true))),
                Arbitraries.of("before", "after").map(mode -> json("type", "timestamp_comparison", "mode", mode)),
                Arbitraries.of("0", "0.5", "36525")
                        .map(days -> json(
                                "type",
                                "timestamp_comparison",
                                "mode",
                                "within_days",
                                "withinDays",
                                new BigDecimal(days))),
                Arbitraries.of(">", "<=", "!=").map(operator -> json("operator", operator, "value", 5)),
                Arbitraries.of("==", "NE").map(operator -> json("operator", operator, "targetValue", "on")));
        var placed = leaf.flatMap(made -> Arbitraries.of("", "/a", "/a/b", "/0", "/c~1d/~0")
                .map(path -> {
                    var copy = new LinkedHashMap<>(made);
                    copy.put("path", path);
                    return (Map<String, Object>) copy;
                }));
        if (levels == 0) {
            return placed;
        }
        var inner = criteria(levels - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(3, placed),
                Tuple.of(1, inner.map(Written::not)),
                Tuple.of(
                        2,
                        inner.list()
                                .ofMinSize(1)
                                .ofMaxSize(4)
                                .flatMap(list -> Arbitraries.of(
                                        json("type", "composite_and", "criteria", list),
                                        json("operator", "or", "conditions", list)))));
    }

    private static Criterion parsed(Map<String, Object> written) {
        return Criterion.parse(new JsonObject(written));
    }

    private static Verdict verdict(Map<String, Object> written, Object value) {
        return parsed(written).evaluate(new JsonValue(value), NOW).verdict();
    }

    @Property(tries = 500)
    void any_value_is_judged_without_throwing(
            @ForAll("criteria") Map<String, Object> written, @ForAll("values") Object value) {
        whole(parsed(written).evaluate(new JsonValue(value), NOW));
    }

    private static void whole(Evaluation found) {
        assertThat(found.sentence()).isNotBlank().hasSizeLessThan(400);
        assertThat(found.error().isPresent()).isEqualTo(found.verdict() == Verdict.ERROR);
        found.children().forEach(CriterionPropertyTest::whole);
    }

    @Property(tries = 300)
    void normalising_twice_is_normalising_once(@ForAll("criteria") Map<String, Object> written) {
        var criterion = parsed(written);
        assertThat(Criterion.parse(criterion.toJson())).isEqualTo(criterion);
        assertThat(Criterion.parse(criterion.toJson()).toJson()).isEqualTo(criterion.toJson());
    }

    @Property(tries = 300)
    void not_of_not_is_the_criterion(@ForAll("criteria") Map<String, Object> written, @ForAll("values") Object value) {
        assertThat(verdict(not(not(written)), value)).isEqualTo(verdict(written, value));
    }

    @Property(tries = 300)
    void de_morgan_holds_with_three_values(
            @ForAll("criteria") Map<String, Object> one,
            @ForAll("criteria") Map<String, Object> other,
            @ForAll("values") Object value) {
        assertThat(verdict(not(all(one, other)), value)).isEqualTo(verdict(any(not(one), not(other)), value));
        assertThat(verdict(not(any(one, other)), value)).isEqualTo(verdict(all(not(one), not(other)), value));
    }

    @Property(tries = 300)
    void order_does_not_matter(
            @ForAll("criteria") Map<String, Object> one,
            @ForAll("criteria") Map<String, Object> other,
            @ForAll("values") Object value) {
        assertThat(verdict(all(one, other), value)).isEqualTo(verdict(all(other, one), value));
        assertThat(verdict(any(one, other), value)).isEqualTo(verdict(any(other, one), value));
    }

    @Property(tries = 300)
    void decimals_are_exact(@ForAll("exact") BigDecimal threshold) {
        var next = threshold.add(new BigDecimal("1E-30"));
        var above = json("type", "number_threshold", "operator", "greater_than", "threshold", threshold);
        assertThat(verdict(above, threshold)).isEqualTo(Verdict.UNMET);
        assertThat(verdict(above, threshold.toPlainString())).isEqualTo(Verdict.UNMET);
        assertThat(verdict(above, next)).isEqualTo(Verdict.MET);
        assertThat(verdict(above, next.toPlainString())).isEqualTo(Verdict.MET);
        assertThat(parsed(above).toJson().members().get("threshold")).isEqualTo(new JsonValue(threshold).content());
    }

    @Provide
    Arbitrary<BigDecimal> exact() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1E29"), new BigDecimal("1E29"))
                .ofScale(30);
    }

    /** Whatever is written either is a criterion or has faults; nothing else is thrown. */
    @Property(tries = 300)
    void anything_is_read_or_refused(
            @ForAll("criteria") Map<String, Object> written,
            @ForAll("values") Object value,
            @ForAll("names") String name) {
        var broken = new LinkedHashMap<>(written);
        broken.put(name, value);
        var stored = Criterion.stored(new JsonObject(broken));
        assertThat(Criterion.stored(stored.toJson())).isEqualTo(stored);
        assertThat(stored.evaluate(new JsonValue(value), NOW).sentence()).isNotBlank();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "type",
                "path",
                "description",
                "operator",
                "threshold",
                "min",
                "criteria",
                "criterion",
                "values",
                "mode",
                "pattern",
                "referenceTime",
                "withinDays",
                "targetValue",
                "odd");
    }

    @Property(tries = 100)
    void json_of_any_depth_is_measured(@ForAll("values") Object value) {
        var deep = new ArrayList<Object>(Collections.singletonList(value));
        assertThat(DataType.JSON.read(new JsonValue(deep))).contains(new JsonValue(deep));
    }
}
