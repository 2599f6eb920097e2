package io.hansa.connector.soap;

import io.hansa.connector.pool.Deadline;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The characters of an XML document on their way to the parser. Refuses what the parser would need
 * quadratic time for before it sees it: the JDK's parser compares each namespace declaration of an
 * element with all others, and its own limit does not count them (measured 2026-11-28, JDK 17:
 * 30,000 declarations took 20 s). Refuses a DTD, and reads no longer than until the deadline. For
 * one thread.
 */
final class GuardedText extends FilterReader {

    /** Attributes and namespace declarations of one element together. */
    static final int MAX_ATTRIBUTES = 512;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private enum Inside {
        TEXT,
        MARKUP,
        TAG,
        VALUE,
        DECLARATION,
        COMMENT_START,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private final Deadline deadline;
    private Inside inside = Inside.TEXT;
    private char quote;
    private int attributes;

    /**
     * How many characters of the mark that ends a comment, a section or an instruction have just
     * been seen.
     */
    private int endMark;

    private boolean begun;

    GuardedText(Reader characters, Deadline deadline) {
        super(characters);
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
        if (deadline.passed()) {
            throw new IOException("the deadline passed");
        }
        int count = super.read(to, from, length);
        if (!begun && count > 0) {
            begun = true;
            if (to[from] == BYTE_ORDER_MARK) {
                count--;
                System.arraycopy(to, from + 1, to, from, count);
                // Nothing read would not mean the end.
                count = count == 0 && length > 0 ? super.read(to, from, length) : count;
            }
        }
        for (int index = from; index < from + count; index++) {
            look(to[index]);
        }
        return count;
    }

    private void look(char next) throws IOException {
        switch (inside) {
            case TEXT -> inside = next == '<' ? Inside.MARKUP : Inside.TEXT;
            case MARKUP -> begin(next);
            case TAG -> inTag(next);
            case VALUE -> inside = next == quote ? Inside.TAG : Inside.VALUE;
            case DECLARATION -> declare(next);
            case COMMENT_START -> inside = Inside.COMMENT;
            case COMMENT -> endAt(next, '-', 2);
            case CDATA -> endAt(next, ']', 2);
            case INSTRUCTION -> endAt(next, '?', 1);
        }
    }

    private void begin(char next) {
        attributes = 0;
        endMark = 0;
        inside =
                switch (next) {
                    case '!' -> Inside.DECLARATION;
                    case '?' -> Inside.INSTRUCTION;
                    default -> Inside.TAG;
                };
    }

    private void inTag(char next) throws IOException {
        switch (next) {
            case '>' -> inside = Inside.TEXT;
            case '"', '\'' -> {
                quote = next;
                inside = Inside.VALUE;
            }
            case '=' -> {
                attributes++;
                if (attributes > MAX_ATTRIBUTES) {
                    throw new IOException(
                            "an element has more than " + MAX_ATTRIBUTES + " attributes");
                }
            }
            default -> {
                // Names and white space.
            }
        }
    }

    private void declare(char next) throws IOException {
        inside =
                switch (next) {
                    case '-' -> Inside.COMMENT_START;
                    case '[' -> Inside.CDATA;
                    default -> throw new IOException("a DTD is not read here");
                };
    }

    private void endAt(char next, char mark, int times) {
        if (next == '>' && endMark >= times) {
            inside = Inside.TEXT;
        }
        endMark = next == mark ? endMark + 1 : 0;
    }
}
