package dev.cairn.application.shared;

/**
 * What makes a repeated request recognisable.
 *
 * @param key the caller's own key, 1 to 255 visible characters
 * @param fingerprint SHA-256 of method, path with query, and raw body, as 64 hexadecimal digits
 */
public record RetryKey(String key, String fingerprint) {}
