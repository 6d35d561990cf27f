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
    public Address {
        var faults = new Faults();
        bounded(faults, "/street", street, 255);
        bounded(faults, "/city", city, 255);
        bounded(faults, "/state", state, 255);
        bounded(faults, "/zipCode", zipCode, 32);
        bounded(faults, "/country", country, 100);
        faults.orThrow();
    }

    private static void bounded(Faults faults, String pointer, Optional<String> text, int max) {
        text.ifPresent(present -> faults.at(pointer, () -> Text.bounded(present, max)));
    }
}
