package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads criteria in the own notation and in those accepted beside it, and collects every fault. */
final class CriterionReader {
    private static final String TYPES = String.join(
            ", ",
            BooleanFlag.TYPE,
            NumberThreshold.TYPE,
            NumberBetween.TYPE,
            StringMatch.TYPE,
            StringNotNull.TYPE,
            In.TYPE,
            Exists.TYPE,
            TimestampComparison.TYPE,
            TimestampNotNull.TYPE,
            Not.TYPE,
            CompositeAnd.TYPE,
            CompositeOr.TYPE);

    private final Faults faults = new Faults();
    private int parts;

    private CriterionReader() {}

    static Criterion read(JsonObject written) {
        var reader = new CriterionReader();
        var read = reader.criterion(written.members(), "", Path.WHOLE, 1);
        reader.faults.orThrow(ErrorCode.INVALID_CRITERIA, "The success criteria have");
        return read.orElseThrow();
    }

    /** One written criterion where it stands. */
    private final class Written {
        private final CriterionFields fields;
        private final Optional<String> description;
        private final Path path;
        private final int depth;

        Written(CriterionFields fields, Path before, int depth) {
            this.fields = fields;
            this.description = fields.description();
            this.path = fields.path(before);
            this.depth = depth;
        }

        Place place() {
            return new Place(path, description);
        }

        /** A criterion that stands inside this one. */
        Optional<Judged> inside(Object written, String pointer) {
            return criterion(written, pointer, path, depth + 1);
        }
    }

    private Optional<Judged> criterion(Object written, String pointer, Path before, int depth) {
        if (!(written instanceof Map<?, ?> members)) {
            faults.add(pointer, Fault.Code.TYPE, "must be an object");
            return Optional.empty();
        }
        if (!mayBe(depth, pointer)) {
            return Optional.empty();
        }
        parts++;
        if (parts > Criterion.MAX_PARTS) {
            faults.add("", Fault.Code.LENGTH, "at most " + Criterion.MAX_PARTS + " criteria in all");
            return Optional.empty();
        }
        var fields = new CriterionFields(members, pointer, faults);
        var here = new Written(fields, before, depth);
        return fields.has("type") || !fields.has("operator") ? own(here) : foreign(here);
    }

    private boolean mayBe(int depth, String pointer) {
        if (depth > Criterion.MAX_DEPTH) {
            faults.add(pointer, Fault.Code.RANGE, "criteria are at most " + Criterion.MAX_DEPTH + " deep");
            return false;
        }
        return true;
    }

    private Optional<Judged> own(Written here) {
        var fields = here.fields;
        var type = fields.text("type", Criterion.MAX_TEXT);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<? extends Judged> read = switch (type.get()) {
            case BooleanFlag.TYPE -> fields.flag("expectedValue").map(flag(here));
            case NumberThreshold.TYPE -> numberThreshold(here);
            case NumberBetween.TYPE -> numberBetween(here);
            case StringMatch.TYPE -> stringMatch(here);
            case StringNotNull.TYPE -> Optional.of(new StringNotNull(here.place()));
            case In.TYPE -> in(here);
            case Exists.TYPE -> Optional.of(new Exists(here.place()));
            case TimestampComparison.TYPE -> timestampComparison(here);
            case TimestampNotNull.TYPE -> Optional.of(new TimestampNotNull(here.place()));
            case Not.TYPE -> not(here);
            case CompositeAnd.TYPE -> composite(here, "criteria", CompositeAnd::new);
            case CompositeOr.TYPE -> composite(here, "criteria", CompositeOr::new);
            // Two names that others have for the same.
            case "boolean_equals" ->
                fields.either("expectedValue", "value", fields::flag).map(flag(here));
            case "string_contains" -> stringContains(here);
            default -> {
                fields.fault("type", Fault.Code.ENUM, "one of " + TYPES);
                yield null;
            }
        };
        if (read == null) {
            // What else it may have nobody knows.
            return Optional.empty();
        }
        fields.noMore();
        return read.map(criterion -> criterion);
    }

    private static Function<Boolean, Judged> flag(Written here) {
        return expected -> new BooleanFlag(here.place(), expected);
    }

    private static Optional<Judged> numberThreshold(Written here) {
        var operator = here.fields.constant("operator", NumberThreshold.Operator.class);
        var threshold = here.fields.number("threshold");
        return both(operator, threshold, (how, than) -> new NumberThreshold(here.place(), how, than));
    }

    private static Optional<Judged> numberBetween(Written here) {
        var fields = here.fields;
        var min = fields.number("min");
        var max = fields.number("max");
        var inclusive = fields.flag("inclusive", true);
        return both(min, max, (least, most) -> {
            if (least.compareTo(most) > 0) {
                fields.fault("min", Fault.Code.RANGE, "must not be greater than max");
            }
            return new NumberBetween(here.place(), least, most, inclusive);
        });
    }

    private static Optional<Judged> stringMatch(Written here) {
        var fields = here.fields;
        var mode = fields.constant("mode", StringMatch.Mode.class);
        var isRegex = mode.filter(StringMatch.Mode.REGEX::equals).isPresent();
        var pattern = fields.text("pattern", isRegex ? Criterion.MAX_REGEX : Criterion.MAX_TEXT);
        var caseSensitive = fields.flag("caseSensitive", false);
        if (isRegex) {
            pattern.flatMap(Regex::fault).ifPresent(why -> fields.fault("pattern", Fault.Code.FORMAT, why));
        }
        return both(mode, pattern, (how, what) -> new StringMatch(here.place(), how, what, caseSensitive));
    }

    private static Optional<Judged> stringContains(Written here) {
        var caseSensitive = here.fields.flag("caseSensitive", false);
        return here.fields
                .either("pattern", "value", name -> here.fields.text(name, Criterion.MAX_TEXT))
                .map(part -> new StringMatch(here.place(), StringMatch.Mode.CONTAINS, part, caseSensitive));
    }

    private Optional<Judged> in(Written here) {
        var values = here.fields.list("values", Criterion.MAX_VALUES);
        values.ifPresent(list -> {
            for (int i = 0; i < list.size(); i++) {
                ofValue(list.get(i), here.fields.at("values") + "/" + i);
            }
        });
        return values.filter(list -> list.stream().allMatch(CriterionReader::isValue))
                .map(list -> new In(here.place(), List.<Object>copyOf(list)));
    }

    private static boolean isValue(Object value) {
        return value instanceof String || value instanceof BigDecimal || value instanceof Boolean;
    }

    private void ofValue(Object value, String pointer) {
        if (!isValue(value)) {
            faults.add(pointer, Fault.Code.TYPE, "must be a text, a number or a boolean");
        } else if (value instanceof String text && text.codePointCount(0, text.length()) > Criterion.MAX_TEXT) {
            faults.add(pointer, Fault.Code.LENGTH, "at most " + Criterion.MAX_TEXT + " characters");
        } else if (value instanceof BigDecimal number && !Reading.isFigure(number)) {
            faults.add(
                    pointer,
                    Fault.Code.RANGE,
                    "must lie between -10^30 and 10^30 and have at most " + Reading.MAX_DECIMALS + " decimals");
        }
    }

    private static Optional<Judged> timestampComparison(Written here) {
        var fields = here.fields;
        var reference = reference(fields);
        var mode = fields.constant("mode", TimestampComparison.Mode.class);
        if (mode.isEmpty()) {
            // Whether it counts days nobody knows.
            fields.has("withinDays");
            return Optional.empty();
        }
        var days = mode.get() == TimestampComparison.Mode.WITHIN_DAYS
                ? fields.number("withinDays")
                : Optional.of(BigDecimal.ZERO);
        return days.map(count -> {
            if (count.signum() < 0 || count.compareTo(BigDecimal.valueOf(Criterion.MAX_DAYS)) > 0) {
                fields.fault("withinDays", Fault.Code.RANGE, "0 to " + Criterion.MAX_DAYS);
            }
            return new TimestampComparison(here.place(), mode.get(), reference, count);
        });
    }

    private static Optional<Instant> reference(CriterionFields fields) {
        return fields.maybe("referenceTime")
                .filter(written -> !TimestampComparison.NOW.equals(written))
                .flatMap(written -> written instanceof String
                        ? Reading.instant(written).or(() -> noTime(fields, Fault.Code.FORMAT))
                        : noTime(fields, Fault.Code.TYPE));
    }

    private static Optional<Instant> noTime(CriterionFields fields, Fault.Code code) {
        return fields.fault(
                "referenceTime", code, "\"now\", or an ISO time with its offset, such as 2026-01-01T00:00:00Z");
    }

    private static Optional<Judged> not(Written here) {
        return here.fields
                .any("criterion")
                .flatMap(written -> here.inside(written, here.fields.at("criterion")))
                .map(inner -> new Not(here.description, inner));
    }

    private Optional<Judged> composite(
            Written here, String name, BiFunction<Optional<String>, List<Judged>, Judged> make) {
        return here.fields.list(name, Criterion.MAX_MEMBERS).map(list -> {
            var inside = new ArrayList<Judged>();
            for (int i = 0; i < list.size(); i++) {
                here.inside(list.get(i), here.fields.at(name) + "/" + i).ifPresent(inside::add);
            }
            return make.apply(here.description, inside);
        });
    }

    /** A criterion that says by an operator what it is. */
    private Optional<Judged> foreign(Written here) {
        var fields = here.fields;
        var name = fields.text("operator", Criterion.MAX_TEXT);
        var word = name.flatMap(ForeignOperator::of);
        if (word.isEmpty()) {
            if (name.isPresent()) {
                fields.fault("operator", Fault.Code.ENUM, "one of " + ForeignOperator.words());
            }
            return Optional.empty();
        }
        var read = switch (word.get()) {
            case AND -> composite(here, "conditions", CompositeAnd::new);
            case OR -> composite(here, "conditions", CompositeOr::new);
            case IS_TRUE -> Optional.<Judged>of(new BooleanFlag(here.place(), true));
            case IS_FALSE -> Optional.<Judged>of(new BooleanFlag(here.place(), false));
            case EXISTS -> Optional.<Judged>of(new Exists(here.place()));
            case EQUALS -> target(here, (at, value, key) -> equality(at, at.place(), value, key));
            case NOT_EQUALS -> target(here, this::inequality);
            case GREATER_THAN -> compared(here, NumberThreshold.Operator.GREATER_THAN);
            case GREATER_THAN_OR_EQUAL -> compared(here, NumberThreshold.Operator.GREATER_THAN_OR_EQUAL);
            case LESS_THAN -> compared(here, NumberThreshold.Operator.LESS_THAN);
            case LESS_THAN_OR_EQUAL -> compared(here, NumberThreshold.Operator.LESS_THAN_OR_EQUAL);
            case CONTAINS -> matched(here, StringMatch.Mode.CONTAINS);
            case STARTS_WITH -> matched(here, StringMatch.Mode.STARTS_WITH);
            case ENDS_WITH -> matched(here, StringMatch.Mode.ENDS_WITH);
        };
        fields.noMore();
        return read;
    }

    private interface OfTarget {
        Optional<Judged> make(Written here, Object target, String name);
    }

    private static Optional<Judged> target(Written here, OfTarget make) {
        return here.fields.either(
                "targetValue", "value", name -> here.fields.any(name).flatMap(target -> make.make(here, target, name)));
    }

    /** The JSON type of the value decides what equal means; texts are equal exactly. */
    private static Optional<Judged> equality(Written here, Place place, Object target, String name) {
        if (target instanceof Boolean flag) {
            return Optional.of(new BooleanFlag(place, flag));
        }
        if (target instanceof BigDecimal) {
            return here.fields
                    .number(name)
                    .map(number -> new NumberThreshold(place, NumberThreshold.Operator.EQUALS, number));
        }
        if (target instanceof String) {
            return here.fields
                    .text(name, Criterion.MAX_TEXT)
                    .map(text -> new StringMatch(place, StringMatch.Mode.EXACT, text, true));
        }
        return here.fields.fault(name, Fault.Code.TYPE, "must be a text, a number or a boolean");
    }

    private Optional<Judged> inequality(Written here, Object target, String name) {
        if (target instanceof BigDecimal) {
            return here.fields
                    .number(name)
                    .map(number -> new NumberThreshold(here.place(), NumberThreshold.Operator.NOT_EQUALS, number));
        }
        // What is written as one criterion is kept as two, one in the other.
        if (!mayBe(here.depth + 1, here.fields.at(name))) {
            return Optional.empty();
        }
        parts++;
        return equality(here, new Place(here.path, Optional.empty()), target, name)
                .map(equal -> new Not(here.description, equal));
    }

    private static Optional<Judged> compared(Written here, NumberThreshold.Operator operator) {
        return here.fields
                .either("targetValue", "value", here.fields::number)
                .map(number -> new NumberThreshold(here.place(), operator, number));
    }

    private static Optional<Judged> matched(Written here, StringMatch.Mode mode) {
        return here.fields
                .either("targetValue", "value", name -> here.fields.text(name, Criterion.MAX_TEXT))
                .map(text -> new StringMatch(here.place(), mode, text, false));
    }

    private static <A, B> Optional<Judged> both(Optional<A> one, Optional<B> other, BiFunction<A, B, Judged> make) {
        return one.flatMap(a -> other.map(b -> make.apply(a, b)));
    }
}
