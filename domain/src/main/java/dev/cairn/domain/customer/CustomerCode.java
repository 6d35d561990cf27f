package dev.cairn.domain.customer;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.Text;

/**
 * The short name that people use for a customer, unique in the organisation ignoring case.
 *
 * @param value 1 to 64 characters without white space
 */
public record CustomerCode(String value) {
    /** The longest code, in characters. */
    public static final int MAX = 64;

    /** What a generated code begins with; its number follows. */
    public static final String GENERATED = "C-";

    /** How many digits the number of a generated code has at least. */
    public static final int DIGITS = 6;

    public CustomerCode {
        value = Text.required(value, MAX);
        if (value.chars().anyMatch(Character::isWhitespace)) {
            throw DomainException.invalid(Fault.Code.FORMAT, "no white space inside");
        }
    }

    /** The code that the service gives to the n-th customer that came without one: {@code C-000123}. */
    public static CustomerCode generated(long n) {
        var digits = Long.toString(n);
        return new CustomerCode(GENERATED + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits);
    }

    /** The code as it is compared. */
    public FoldedText folded() {
        return FoldedText.of(value);
    }
}
