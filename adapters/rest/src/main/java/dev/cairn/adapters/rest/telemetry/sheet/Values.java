package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.DataType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Values in cells. Only the writing is judged here; a text that is no number under NUMBER stays a text, and whoever takes
 * the values says what is wrong with it.
 */
final class Values {
    /** What a spreadsheet program keeps of a number. */
    static final MathContext EXACT = new MathContext(15);

    /** The widest exponent of a number; beyond it a number is no figure but an attack. */
    private static final int MAX_EXPONENT = 400;

    /** Programs keep numbers of 10 to the ±307; what is beyond this is written as a text. */
    private static final int MAX_CELL_EXPONENT = 300;

    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(?:[0-9]{1,400}(?:\\.[0-9]{0,400})?|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,3})?");

    private Values() {}

    /** What stands in the cell of a value; texts are not neutralised yet. */
    static Cell cell(JsonValue value, DataType type) {
        var content = value.content();
        if (type == DataType.JSON || content instanceof Map<?, ?> || content instanceof List<?>) {
            return new Cell.Words(Json.text(value));
        }
        if (content instanceof Boolean flag) {
            return new Cell.Flag(flag);
        }
        if (content instanceof BigDecimal number) {
            return isExact(number) ? new Cell.Figure(number) : new Cell.Words(number.toPlainString());
        }
        return new Cell.Words(content.toString());
    }

    private static boolean isExact(BigDecimal number) {
        return number.precision() <= EXACT.getPrecision()
                && Math.abs((long) number.precision() - number.scale()) <= MAX_CELL_EXPONENT
                && BigDecimal.valueOf(number.doubleValue()).compareTo(number) == 0;
    }

    /** The value of a cell that is neither blank nor a formula. */
    static JsonValue value(Cell cell, DataType type) {
        return bounded(
                switch (type) {
                    case STRING -> new JsonValue(cell.text());
                    case JSON -> json(cell);
                    case BOOLEAN -> flag(cell);
                    case NUMBER -> number(cell, cell.text().strip());
                    case PERCENTAGE ->
                        cell instanceof Cell.Share share
                                ? new JsonValue(share.hundredfold())
                                : number(cell, withoutSign(cell.text().strip()));
                    case DATE, TIMESTAMP -> time(cell, type);
                });
    }

    private static JsonValue json(Cell cell) {
        if (cell instanceof Cell.Words words) {
            if (words.text().strip().equals("null")) {
                throw new RowFault(Fault.Code.TYPE, "The Current Value is null, which is no value.");
            }
            return Json.value(words.text()).orElseGet(() -> new JsonValue(words.text()));
        }
        return plain(cell);
    }

    private static JsonValue flag(Cell cell) {
        var text = cell.text().strip();
        return text.equalsIgnoreCase("true")
                ? new JsonValue(true)
                : text.equalsIgnoreCase("false") ? new JsonValue(false) : plain(cell);
    }

    private static JsonValue number(Cell cell, String text) {
        if (!(cell instanceof Cell.Words)) {
            return plain(cell);
        }
        return decimal(GROUPED.matcher(text).matches() ? text.replace(",", "") : text)
                .map(JsonValue::new)
                .orElseGet(() -> plain(cell));
    }

    private static String withoutSign(String text) {
        return text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private static JsonValue time(Cell cell, DataType type) {
        if (cell instanceof Cell.Moment moment && type == DataType.TIMESTAMP && moment.isDay()) {
            return new JsonValue(moment.text() + "T00:00:00Z");
        }
        var number = type == DataType.TIMESTAMP ? decimal(cell.text().strip()) : Optional.<BigDecimal>empty();
        return number.map(JsonValue::new).orElseGet(() -> plain(cell));
    }

    /** The value as the file has it. */
    private static JsonValue plain(Cell cell) {
        if (cell instanceof Cell.Figure figure) {
            return new JsonValue(figure.number());
        }
        if (cell instanceof Cell.Share share) {
            return new JsonValue(share.number());
        }
        if (cell instanceof Cell.Flag flag) {
            return new JsonValue(flag.flag());
        }
        return new JsonValue(cell.text().strip());
    }

    private static Optional<BigDecimal> decimal(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static JsonValue bounded(JsonValue value) {
        check(value.content());
        return value;
    }

    private static void check(Object content) {
        if (content instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                Texts.check("Current Value", String.valueOf(name));
                if (member != null) {
                    check(member);
                }
            });
        } else if (content instanceof List<?> list) {
            list.stream().filter(item -> item != null).forEach(Values::check);
        } else if (content instanceof BigDecimal number && !isFigure(number)) {
            throw new RowFault(Fault.Code.RANGE, "The Current Value is beyond any figure.");
        } else if (content instanceof String text) {
            Texts.check("Current Value", text);
        }
    }

    static boolean isFigure(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) <= MAX_EXPONENT && number.scale() <= MAX_EXPONENT;
    }
}
