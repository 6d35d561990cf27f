package dev.cairn.domain.telemetry.published;

import java.util.List;
import java.util.Map;

/** How large a JSON value is when it is written in UTF-8 without white space. It stops counting at the limit. */
final class JsonSize {
    private static final int MARKS = 2;
    private static final int ESCAPED = 6;

    private long left;

    private JsonSize(long left) {
        this.left = left;
    }

    static boolean isWithin(Object value, int bytes, int levels) {
        var size = new JsonSize(bytes);
        return size.take(value, levels) && size.left >= 0;
    }

    private boolean take(Object value, int levels) {
        if (value instanceof Map<?, ?> object) {
            left -= MARKS + 2L * object.size() - (object.isEmpty() ? 0 : 1);
            return levels > 0
                    && left >= 0
                    && object.entrySet().stream()
                            .allMatch(member -> take(member.getKey(), 0) && take(member.getValue(), levels - 1));
        }
        if (value instanceof List<?> list) {
            left -= MARKS + Math.max(0, list.size() - 1);
            return levels > 0 && left >= 0 && list.stream().allMatch(item -> take(item, levels - 1));
        }
        if (value instanceof String text) {
            left -= MARKS;
            for (int i = 0; i < text.length() && left >= 0; i++) {
                left -= bytes(text.charAt(i));
            }
        } else {
            left -= String.valueOf(value).length();
        }
        return left >= 0;
    }

    private static int bytes(char c) {
        if (c < ' ') {
            return "\b\t\n\f\r".indexOf(c) >= 0 ? 2 : ESCAPED;
        }
        if (c < 0x80) {
            return c == '"' || c == '\\' ? 2 : 1;
        }
        // Half of a pair counts half of its four bytes.
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
