package dev.cairn.domain.catalog.published;

/** What a customer bought, from the least to the most; a higher level holds all lower ones. */
public enum LicenseLevel {
    ESSENTIAL,
    ADVANTAGE,
    SIGNATURE;

    /** Whether somebody with this level gets what asks for the other. */
    public boolean covers(LicenseLevel asked) {
        return asked.ordinal() <= ordinal();
    }
}
