package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Checks the fields of one draft and notes the faults under its place in the document. What comes back of a faulty field
 * is only good until the faults are thrown.
 */
final class Fields {
    private final Faults faults;
    private final String place;

    Fields(Faults faults, String place) {
        this.faults = faults;
        this.place = place;
    }

    String name(Optional<String> written) {
        return word("/name", required("/name", written), Limits.NAME).orElse("");
    }

    Optional<PartKey> key(Optional<String> written) {
        return written.flatMap(text -> at("/key", () -> new PartKey(text)));
    }

    /** A value that must be there. */
    <T> Optional<T> required(String field, Optional<T> written) {
        if (written.isEmpty()) {
            faults.add(place + field, Fault.Code.REQUIRED, "must be given");
        }
        return written;
    }

    /** A text of any content up to a length. */
    Optional<String> text(String field, Optional<String> written, int max) {
        return written.flatMap(text -> at(field, () -> Text.bounded(text, max)));
    }

    /** A text that says something, if it is there at all. */
    Optional<String> word(String field, Optional<String> written, int max) {
        return written.flatMap(text -> at(field, () -> Text.required(text, max)));
    }

    Optional<Integer> number(String field, Optional<Integer> written, int min, int max) {
        return written.flatMap(number -> at(field, () -> {
            if (number < min || number > max) {
                throw DomainException.invalid(Fault.Code.RANGE, "a whole number from " + min + " to " + max);
            }
            return number;
        }));
    }

    /** A value that has a rule of its own. */
    <W, T> Optional<T> value(String field, Optional<W> written, Function<W, T> make) {
        return written.flatMap(present -> at(field, () -> make.apply(present)));
    }

    /** Texts that each follow a rule. */
    Optional<List<String>> texts(String field, Optional<List<String>> written, int max, UnaryOperator<String> rule) {
        return written.map(texts ->
                list(field, texts, max, (text, pointer) -> faults.at(pointer, () -> rule.apply(text))).stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Texts of which none stands twice. */
    Optional<List<String>> distinct(String field, Optional<List<String>> written, int max) {
        var seen = new HashSet<String>();
        return written.map(texts -> list(field, texts, max, (text, pointer) -> {
            once(seen, text, pointer);
            return text;
        }));
    }

    /** Entries that are each checked under their own place. */
    <W, T> List<T> list(String field, List<W> written, int max, BiFunction<W, String, T> check) {
        if (written.size() > max) {
            faults.add(place + field, Fault.Code.LENGTH, "at most " + max + " entries");
            return List.of();
        }
        var checked = new ArrayList<T>();
        for (int i = 0; i < written.size(); i++) {
            checked.add(check.apply(written.get(i), place + field + "/" + i));
        }
        return checked;
    }

    /** Notes where a key, or a name where names are exclusive, stands a second time. */
    void eachOnce(String field, List<? extends Keyed> entries, boolean exclusiveNames) {
        var keys = new HashSet<PartKey>();
        var names = new HashSet<FoldedText>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var pointer = place + field + "/" + i;
            entry.key().ifPresent(key -> once(keys, key, pointer + "/key"));
            if (exclusiveNames && !entry.name().isEmpty()) {
                once(names, FoldedText.of(entry.name()), pointer + "/name");
            }
        }
    }

    <T> void once(Set<T> seen, T value, String pointer) {
        if (!seen.add(value)) {
            faults.add(pointer, Fault.Code.DUPLICATE, "stands earlier in this list already");
        }
    }

    private <T> Optional<T> at(String field, Supplier<T> make) {
        return faults.at(place + field, make);
    }
}
