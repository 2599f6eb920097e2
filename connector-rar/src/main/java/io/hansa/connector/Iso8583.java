package io.hansa.connector;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fields of ISO 8583 messages that are the same in a request and its reply, for example 11 (trace
 * number) and 41 (terminal). The message type counts, too: 0210 answers 0200, not 0800.
 *
 * @param fields numbers, 2 to 128
 * @param layout fields that are not as in ISO 8583:1987, by number, for example 48 as {@code
 *     ans....9999} or 60 as {@code b8}; docs/connector.md tells the notation
 */
public record Iso8583(Encoding encoding, List<Integer> fields, SortedMap<Integer, String> layout)
        implements Correlation {

    /** How type, bitmaps, numbers and lengths are written. */
    public enum Encoding {
        /** Type and lengths as digits, bitmaps and binary fields as hexadecimal digits. */
        ASCII,
        /** Type, numbers and lengths as packed decimals, bitmaps and binary fields as they are. */
        BINARY
    }

    /** What a field's format looks like: kind, dots for the digits of a length in front, length. */
    public static final String FORMAT =
            "(n|x\\+n|x|a|an|as|ns|ans|s|p|b|z)((?:\\.{2,5})?)([0-9]{1,5})";

    private static final int FIRST = 2;
    private static final int LAST = 128;
    private static final int MOST_FIELDS = 8;

    public Iso8583 {
        Objects.requireNonNull(encoding, "ISO 8583 needs an encoding, ASCII or BINARY.");
        fields = List.copyOf(fields);
        layout = new TreeMap<>(Map.copyOf(layout));
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException(
                    "ISO 8583 correlates by %d fields; give 1 to %d, such as 11 and 41."
                            .formatted(fields.size(), MOST_FIELDS));
        }
        fields.forEach(Iso8583::requireField);
        layout.keySet().forEach(Iso8583::requireField);
        layout.forEach(Iso8583::requireFormat);
    }

    /** With the fields of ISO 8583:1987. */
    public Iso8583(Encoding encoding, List<Integer> fields) {
        this(encoding, fields, new TreeMap<>());
    }

    @Override
    public SortedMap<Integer, String> layout() {
        return new TreeMap<>(layout);
    }

    private static void requireField(int field) {
        if (field < FIRST || field > LAST || field == 65) {
            throw new IllegalArgumentException(
                    "ISO 8583 has no field %d to correlate by; give one from %d to %d, but not 65."
                            .formatted(field, FIRST, LAST));
        }
    }

    private static void requireFormat(int field, String format) {
        if (!format.matches(FORMAT)) {
            throw new IllegalArgumentException(
                    "Field %d of ISO 8583 has the format \"%s\"; give one such as n6, an12, b8, ans..25 or ans...999."
                            .formatted(field, format));
        }
    }
}
