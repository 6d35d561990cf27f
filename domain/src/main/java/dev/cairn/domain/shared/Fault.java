package dev.cairn.domain.shared;

/**
 * One thing wrong with what was asked.
 *
 * @param pointer RFC 6901 pointer to the place, relative to what is being made; empty for the whole
 * @param code what sort of fault it is
 * @param message what to do about it, in words for the client's developer
 */
public record Fault(String pointer, Code code, String message) {
    /** The closed list of sorts of faults. */
    public enum Code {
        REQUIRED,
        TYPE,
        FORMAT,
        LENGTH,
        RANGE,
        ENUM,
        UNKNOWN,
        DUPLICATE,
        REFERENCE
    }

    /** The same fault seen from one level further out. */
    public Fault under(String prefix) {
        return new Fault(prefix + pointer, code, message);
    }
}
