package dev.cairn.adapters.rest.telemetry.sheet;

/**
 * Keeps texts from being taken for formulas. A text that begins with one of the signs a spreadsheet program may take for
 * the beginning of a formula gets an apostrophe in front; so does one that begins with apostrophes and then such a sign,
 * so that taking one apostrophe off such texts gives back exactly what was there, whatever it was.
 */
final class Neutral {
    /** Also the signs as wide as ideographs, which some programs take for the narrow ones. */
    private static final String SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Neutral() {}

    /** The text as it is written. */
    static String written(String meant) {
        return isSuspect(meant) ? "'" + meant : meant;
    }

    /** The text as it was meant. */
    static String meant(String written) {
        return written.startsWith("'") && isSuspect(written) ? written.substring(1) : written;
    }

    private static boolean isSuspect(String text) {
        var i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && SIGNS.indexOf(text.charAt(i)) >= 0;
    }
}
