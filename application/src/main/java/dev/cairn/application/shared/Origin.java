package dev.cairn.application.shared;

/**
 * Where a change came from, for the audit.
 *
 * @param requestId the request's trace id, 32 hexadecimal digits
 * @param address the caller's network address, or the name of the internal source
 */
public record Origin(String requestId, String address) {
    /** The service itself, not a request. */
    public static Origin internal(String source) {
        return new Origin("0".repeat(32), source);
    }
}
