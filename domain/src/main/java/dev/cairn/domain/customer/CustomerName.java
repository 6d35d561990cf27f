package dev.cairn.domain.customer;

import dev.cairn.domain.shared.FoldedText;
import java.util.Optional;

/**
 * What a customer is called. Made by {@link CustomerDetails}, which checks it.
 *
 * @param type what sort of customer bears it
 * @param full 1 to 255 characters; of a person: first name, space, last name
 * @param first a person's first name
 * @param last a person's last name
 */
public record CustomerName(CustomerType type, String full, Optional<String> first, Optional<String> last) {
    /** The longest name. */
    public static final int MAX = 255;

    /** The longest first or last name: two of them and a space are a name. */
    public static final int MAX_PART = 127;

    static CustomerName ofPerson(String first, String last) {
        return new CustomerName(CustomerType.INDIVIDUAL, first + " " + last, Optional.of(first), Optional.of(last));
    }

    static CustomerName ofCompany(CustomerType type, String name) {
        return new CustomerName(type, name, Optional.empty(), Optional.empty());
    }

    /** The name as it is compared and sorted: case does not matter. */
    public FoldedText folded() {
        return FoldedText.of(full);
    }

    /** Whether no other customer may bear it; persons may share a name. */
    public boolean isExclusive() {
        return type != CustomerType.INDIVIDUAL;
    }
}
