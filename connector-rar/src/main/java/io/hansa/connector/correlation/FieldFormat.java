package io.hansa.connector.correlation;

import io.hansa.connector.Iso8583;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The format of a field in the notation of ISO 8583: {@code n6} has six digits, {@code ans..25} up
 * to 25 characters behind a length of two digits, {@code ans...999} behind one of three.
 *
 * @param lengthDigits of the length in front; 0 for none
 * @param most digits, characters or bytes; exactly so many where there is no length in front
 */
record FieldFormat(Kind kind, int lengthDigits, int max) {

    /** What the value consists of. */
    enum Kind {
        NUMBER,
        /** A sign, C or D, and digits. */
        SIGNED,
        TEXT,
        BYTES,
        /** Track data of a card, packed like digits. */
        TRACK
    }

    private static final Pattern NOTATION = Pattern.compile(Iso8583.FORMAT);
    private static final Map<String, Kind> KINDS =
            Map.of("n", Kind.NUMBER, "x+n", Kind.SIGNED, "b", Kind.BYTES, "z", Kind.TRACK);

    static FieldFormat parse(String notation) {
        Matcher matcher = NOTATION.matcher(notation);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(notation + " is no format of ISO 8583.");
        }
        return new FieldFormat(
                KINDS.getOrDefault(matcher.group(1), Kind.TEXT),
                matcher.group(2).length(),
                Integer.parseInt(matcher.group(3)));
    }

    /** The bytes of the value, having read the length in front. */
    int bytes(Notation notation, Cursor at) throws CorrelationException {
        int length = lengthDigits == 0 ? max : notation.digits(at, lengthDigits);
        if (length > max) {
            throw new CorrelationException(
                    "a field has the length %d where %d is the most".formatted(length, max));
        }
        return notation.bytes(kind, length);
    }
}
