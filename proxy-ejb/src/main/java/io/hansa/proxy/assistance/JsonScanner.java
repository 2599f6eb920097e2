package io.hansa.proxy.assistance;

import java.util.Arrays;

/**
 * Reads a JSON text (RFC 8259) from one value to the next and knows where each begins and ends, so
 * that its bytes can be passed on. Keeps one bit for each open object or array and nothing of the
 * values. A general parser keeps a record for each level: of 16 MiB of brackets, a gigabyte. Not
 * thread-safe.
 */
final class JsonScanner {
    private static final int VALUES_BETWEEN_LOOKS = 4096;
    private static final int HEX_DIGITS = 4;

    /** From the first byte to the one before {@code to}. */
    record Slice(int from, int to) {
        int length() {
            return to - from;
        }
    }

    private final byte[] text;
    private final long deadlineNanos;
    private int at;
    private int values;

    /** An object or array was entered, and nothing of it has been read. */
    private boolean fresh;

    /** A set bit is an object, a cleared one an array. */
    private long[] open = new long[1];

    JsonScanner(byte[] text, long deadlineNanos) {
        this.text = text;
        this.deadlineNanos = deadlineNanos;
    }

    /** The first byte of the next value or mark; 0 at the end of the text. */
    byte peek() {
        while (at < text.length && isBlank(text[at])) {
            at++;
        }
        return at < text.length ? text[at] : 0;
    }

    /** Enters the next value, which is an object or array. */
    void enter() {
        at++;
        fresh = true;
    }

    /** Whether the object or array has one more member; leaves it if not. */
    boolean more(char close) {
        byte next = peek();
        boolean first = fresh;
        fresh = false;
        if (next == close) {
            at++;
            return false;
        }
        if (!first) {
            take(',');
        }
        return true;
    }

    /** Reads the name of the next member, in its quotes. */
    Slice name() {
        peek();
        int from = at;
        string();
        int to = at;
        peek();
        take(':');
        return new Slice(from, to);
    }

    /**
     * Reads the next value whole.
     *
     * @throws UnreadableReply if the deadline has passed
     */
    Slice skip() {
        peek();
        int from = at;
        int depth = 0;
        do {
            look();
            if (depth > 0 && isObject(depth - 1)) {
                name();
            }
            byte first = peek();
            if (first == '{' || first == '[') {
                push(depth++, first == '{');
                enter();
            } else {
                scalar(first);
            }
            while (depth > 0 && !more(isObject(depth - 1) ? '}' : ']')) {
                depth--;
            }
        } while (depth > 0);
        return new Slice(from, at);
    }

    /** Nothing but blanks follows, or zeros, with which a server pads records of fixed length. */
    void end() {
        while (peek() == 0 && at < text.length) {
            at++;
        }
        if (at < text.length) {
            throw broken();
        }
    }

    private void look() {
        if (++values % VALUES_BETWEEN_LOOKS == 0 && System.nanoTime() - deadlineNanos > 0) {
            throw new UnreadableReply("it takes longer to read than the deadline allows");
        }
    }

    private void push(int depth, boolean object) {
        int word = depth >> 6;
        if (word == open.length) {
            open = Arrays.copyOf(open, 2 * word);
        }
        open[word] = object ? open[word] | 1L << depth : open[word] & ~(1L << depth);
    }

    private boolean isObject(int depth) {
        return (open[depth >> 6] & 1L << depth) != 0;
    }

    private void scalar(byte first) {
        switch (first) {
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void word(String word) {
        for (int index = 0; index < word.length(); index++) {
            take(word.charAt(index));
        }
    }

    private void string() {
        take('"');
        while (current() != '"') {
            if (current() == '\\') {
                at++;
                escape();
            } else if (current() >= 0 && current() < ' ') {
                throw broken();
            } else {
                at++;
            }
        }
        at++;
    }

    private void escape() {
        byte kind = current();
        at++;
        if (kind == 'u') {
            for (int digit = 0; digit < HEX_DIGITS; digit++) {
                if (Character.digit(current(), 16) < 0) {
                    throw broken();
                }
                at++;
            }
        } else if ("\"\\/bfnrt".indexOf(kind) < 0) {
            at--;
            throw broken();
        }
    }

    private void number() {
        if (current() == '-') {
            at++;
        }
        if (current() == '0') {
            at++;
        } else {
            digits();
        }
        if (is('.')) {
            at++;
            digits();
        }
        if (is('e') || is('E')) {
            at++;
            if (is('+') || is('-')) {
                at++;
            }
            digits();
        }
    }

    private void digits() {
        int from = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw broken();
        }
    }

    private boolean is(char expected) {
        return at < text.length && text[at] == expected;
    }

    private void take(char expected) {
        if (!is(expected)) {
            throw broken();
        }
        at++;
    }

    private byte current() {
        if (at >= text.length) {
            throw broken();
        }
        return text[at];
    }

    private BrokenJson broken() {
        return new BrokenJson(at);
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }
}
