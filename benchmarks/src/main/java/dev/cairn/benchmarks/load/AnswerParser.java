package dev.cairn.benchmarks.load;

import java.nio.charset.StandardCharsets;

/**
 * Reads one answer of HTTP/1.1 after the other from a connection, as cheaply as can be: the status, where the answer ends,
 * whether it names a time to try again, and the beginning of its body in case that somebody has to read it. Everything else
 * is passed over.
 */
final class AnswerParser {
    private static final int KEPT = 2048;
    private static final int LONGEST_LINE = 16 * 1024;

    private enum Place {
        STATUS,
        HEADER,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        END
    }

    private final byte[] line = new byte[LONGEST_LINE];
    private final byte[] kept = new byte[KEPT];
    private Place place = Place.STATUS;
    private int lineLength;
    private int keptLength;
    private int status;
    private long remaining;
    private boolean chunked;
    private boolean retryAfter;

    /** Forgets the answer before. */
    void reset() {
        place = Place.STATUS;
        lineLength = 0;
        keptLength = 0;
        status = 0;
        remaining = 0;
        chunked = false;
        retryAfter = false;
    }

    /**
     * Takes bytes of the connection.
     *
     * @return whether the answer is complete
     * @throws IllegalStateException for what is no answer, or for bytes behind it: nobody asked for a second one
     */
    boolean accept(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            switch (place) {
                case BODY, CHUNK -> {
                    int taken = (int) Math.min(remaining, (long) to - at);
                    keep(bytes, at, taken);
                    at += taken;
                    remaining -= taken;
                    if (remaining == 0) {
                        place = place == Place.BODY ? Place.END : Place.CHUNK_END;
                    }
                }
                case END -> throw new IllegalStateException("bytes behind the end of an answer");
                default -> {
                    byte next = bytes[at++];
                    if (next == '\n') {
                        endOfLine();
                    } else if (next != '\r') {
                        if (lineLength == line.length) {
                            throw new IllegalStateException("an endless line in an answer");
                        }
                        line[lineLength++] = next;
                    }
                }
            }
        }
        return place == Place.END;
    }

    private void keep(byte[] bytes, int from, int length) {
        int room = Math.min(length, kept.length - keptLength);
        if (room > 0) {
            System.arraycopy(bytes, from, kept, keptLength, room);
            keptLength += room;
        }
    }

    private void endOfLine() {
        switch (place) {
            case STATUS -> readStatus();
            case HEADER -> {
                if (lineLength == 0) {
                    endOfHead();
                } else {
                    readHeader();
                }
            }
            case CHUNK_SIZE -> {
                remaining = number(0, lineLength, 16);
                place = remaining == 0 ? Place.TRAILER : Place.CHUNK;
            }
            case CHUNK_END -> place = Place.CHUNK_SIZE;
            case TRAILER -> place = lineLength == 0 ? Place.END : Place.TRAILER;
            default -> throw new IllegalStateException("no line ends in " + place);
        }
        lineLength = 0;
    }

    private void readStatus() {
        if (lineLength < 12 || line[0] != 'H' || line[8] != ' ') {
            throw new IllegalStateException(
                    "not an answer of HTTP/1.1: " + new String(line, 0, lineLength, StandardCharsets.ISO_8859_1));
        }
        status = (int) number(9, 12, 10);
        place = Place.HEADER;
    }

    private void readHeader() {
        switch (line[0] | 0x20) {
            case 'c' -> {
                if (named("content-length")) {
                    remaining = number("content-length".length() + 1, lineLength, 10);
                }
            }
            case 't' -> chunked |= named("transfer-encoding");
            case 'r' -> retryAfter |= named("retry-after");
            default -> {}
        }
    }

    private void endOfHead() {
        if (status >= 100 && status < 200) {
            int told = status;
            reset();
            if (told == 101) {
                throw new IllegalStateException("an answer that changes the protocol");
            }
        } else if (status == 204 || status == 304) {
            place = Place.END;
        } else if (chunked) {
            place = Place.CHUNK_SIZE;
        } else {
            place = remaining == 0 ? Place.END : Place.BODY;
        }
    }

    private boolean named(String name) {
        if (lineLength <= name.length() || line[name.length()] != ':') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if ((line[i] | 0x20) != name.charAt(i) && line[i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A number that blanks may stand around and that other text may follow, as the extensions of a chunk do. */
    private long number(int from, int to, int radix) {
        int at = from;
        while (at < to && line[at] == ' ') {
            at++;
        }
        long number = 0;
        int digits = 0;
        for (; at < to; at++) {
            int digit = Character.digit(line[at], radix);
            if (digit < 0) {
                break;
            }
            number = number * radix + digit;
            digits++;
        }
        if (digits == 0) {
            throw new IllegalStateException(
                    "no number in " + new String(line, 0, lineLength, StandardCharsets.ISO_8859_1));
        }
        return number;
    }

    /** The status of the answer. */
    int status() {
        return status;
    }

    /** Whether it says when to try again. */
    boolean hasRetryAfter() {
        return retryAfter;
    }

    /** The beginning of the body. */
    String body() {
        return new String(kept, 0, keptLength, StandardCharsets.UTF_8);
    }
}
