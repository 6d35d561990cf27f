package dev.cairn.adapters.rest.telemetry.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts inside a workbook: characters that XML cannot hold or would change stand as {@code _xHHHH_} (ISO/IEC 29500-1,
 * ST_Xstring), and so does the line that begins what would otherwise be read as that.
 */
final class WorkbookText {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private WorkbookText() {}

    static String written(String text) {
        var written = new StringBuilder(text.length());
        var escaped = ESCAPED.matcher(text);
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var opens = c == '_' && escaped.region(i, text.length()).lookingAt();
            if (opens || !isPlain(text, i)) {
                written.append(String.format("_x%04X_", (int) c));
            } else {
                written.append(c);
            }
        }
        return written.toString();
    }

    static String meant(String written) {
        return written.indexOf("_x") < 0
                ? written
                : ESCAPED.matcher(written)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static boolean isPlain(String text, int i) {
        var c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c == '\n' || c == '\t' || c >= 0x20 && c < 0xFFFE;
    }
}
