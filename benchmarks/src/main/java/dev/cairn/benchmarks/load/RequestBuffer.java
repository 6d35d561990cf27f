package dev.cairn.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one request, written into the same memory again and again. */
public final class RequestBuffer {
    private byte[] bytes = new byte[4096];
    private int length;

    /** Empties it. */
    public void clear() {
        length = 0;
    }

    /** Adds bytes. */
    public RequestBuffer put(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    /** Adds a text of US-ASCII. */
    public RequestBuffer put(String ascii) {
        return put(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds a number of a fixed number of digits. */
    public RequestBuffer digits(long number, int count) {
        room(count);
        long rest = number;
        for (int i = count - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** What was written, to be sent. */
    ByteBuffer toSend() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    /** What was written, as text. */
    public String text() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
