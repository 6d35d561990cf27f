package dev.cairn.domain.customer;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.Text;
import java.util.Locale;

/**
 * The short name that people use for a customer, unique in the organisation ignoring case.
 *
 * @param value 1 to 64 characters without white space
 */
public record CustomerCode(String value) {
    /** The longest code, in characters. */
    public static final int MAX = 64;

    public CustomerCode {
        value = Text.required(value, MAX);
        if (value.chars().anyMatch(Character::isWhitespace)) {
            throw DomainException.invalid(Fault.Code.FORMAT, "no white space inside");
        }
    }

    /** The code that the service gives to the n-th customer that came without one: {@code C-000123}. */
    public static CustomerCode generated(long n) {
        return new CustomerCode(String.format(Locale.ROOT, "C-%06d", n));
    }

    /** The code as it is compared. */
    public FoldedText folded() {
        return FoldedText.of(value);
    }
}
