package io.hansa.proxy.document;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes the characters of a JSON text to a parser within {@link JsonBounds}. The parser does not
 * see text beyond the bounds. Not thread-safe.
 */
final class BoundedJson extends FilterReader {
    private final JsonBounds bounds;
    private boolean inText;
    private boolean escaped;
    private int depth;
    private int values;
    private int digits;

    BoundedJson(Reader text, JsonBounds bounds) {
        super(text);
        this.bounds = bounds;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    /**
     * @throws JsonBounds.Exceeded if the text exceeds a bound
     */
    @Override
    public int read(char[] to, int from, int length) throws IOException {
        int count = super.read(to, from, length);
        for (int index = from; index < from + count; index++) {
            look(to[index]);
        }
        return count;
    }

    private void look(char next) {
        if (inText) {
            inText = escaped || next != '"';
            escaped = !escaped && next == '\\';
            return;
        }
        switch (next) {
            case '"' -> inText = true;
            case '{', '[' -> {
                depth++;
                countValue();
                require(depth <= bounds.maxDepth(), bounds.maxDepth(), "levels");
            }
            case '}', ']' -> depth--;
            case ',' -> countValue();
            default -> {
                // Numbers, literals and white space.
            }
        }
        countDigit(next);
    }

    private void countValue() {
        values++;
        require(values <= bounds.maxValues(), bounds.maxValues(), "values");
    }

    private void countDigit(char next) {
        boolean ofNumber = next >= '+' && next <= '9' && next != ',' && next != '/';
        digits = ofNumber ? digits + 1 : 0;
        require(digits <= JsonBounds.MAX_DIGITS, JsonBounds.MAX_DIGITS, "digits in a number");
    }

    private static void require(boolean within, int bound, String what) {
        if (!within) {
            throw new JsonBounds.Exceeded("it has more than " + bound + " " + what);
        }
    }
}
