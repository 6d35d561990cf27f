package dev.cairn.adapters.persistence.shared;

/**
 * The database said what nobody foresaw. Its own words hold rows and values, which no log may keep; this one tells where it
 * was, and names what the schema is made of.
 */
final class UnforeseenFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnforeseenFailure(String what, Throwable failure) {
        super(what);
        setStackTrace(failure.getStackTrace());
    }
}
