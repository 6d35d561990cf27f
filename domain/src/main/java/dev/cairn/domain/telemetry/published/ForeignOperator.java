package dev.cairn.domain.telemetry.published;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operators of notations that are accepted beside the own one, by all their names. */
enum ForeignOperator {
    AND,
    OR,
    IS_TRUE,
    IS_FALSE,
    EXISTS,
    EQUALS("EQ", "==", "="),
    NOT_EQUALS("NE", "!="),
    GREATER_THAN("GT", ">"),
    GREATER_THAN_OR_EQUAL("GTE", ">="),
    LESS_THAN("LT", "<"),
    LESS_THAN_OR_EQUAL("LTE", "<="),
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH;

    private final List<String> names;

    ForeignOperator(String... others) {
        names = Stream.concat(Stream.of(name()), Stream.of(others)).toList();
    }

    /** The operator of a name, whatever its case. */
    static Optional<ForeignOperator> of(String name) {
        var upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(operator -> operator.names.contains(upper))
                .findFirst();
    }

    /** All names, for whoever wrote another. */
    static String words() {
        return Arrays.stream(values())
                .flatMap(operator -> operator.names.stream())
                .collect(Collectors.joining(", "));
    }
}
