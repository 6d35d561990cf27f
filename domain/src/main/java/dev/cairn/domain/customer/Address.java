package dev.cairn.domain.customer;

import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.Text;
import java.util.Optional;

/**
 * A postal address; every part may be absent.
 *
 * @param street at most 255 characters
 * @param city at most 255 characters
 * @param state at most 255 characters
 * @param zipCode at most 32 characters
 * @param country at most 100 characters, a name or an ISO 3166 code
 */
public record Address(
        Optional<String> street,
        Optional<String> city,
        Optional<String> state,
        Optional<String> zipCode,
        Optional<String> country) {
    /** The longest street, city or state, in characters. */
    public static final int MAX_LINE = 255;

    /** The longest postal code, in characters. */
    public static final int MAX_ZIP_CODE = 32;

    /** The longest country, in characters. */
    public static final int MAX_COUNTRY = 100;

    public Address {
        var faults = new Faults();
        bounded(faults, "/street", street, MAX_LINE);
        bounded(faults, "/city", city, MAX_LINE);
        bounded(faults, "/state", state, MAX_LINE);
        bounded(faults, "/zipCode", zipCode, MAX_ZIP_CODE);
        bounded(faults, "/country", country, MAX_COUNTRY);
        faults.orThrow();
    }

    private static void bounded(Faults faults, String pointer, Optional<String> text, int max) {
        text.ifPresent(present -> faults.at(pointer, () -> Text.bounded(present, max)));
    }
}
