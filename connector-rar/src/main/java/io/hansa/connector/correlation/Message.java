package io.hansa.connector.correlation;

import java.util.Arrays;

/**
 * A whole message of ISO 8583, and where in it each field is. Immutable as long as its bytes are
 * left alone.
 */
final class Message {

    /** Fields of one bitmap. The last of each bitmap is the check value of the message. */
    static final int BITMAP = 64;

    private final byte[] bytes;
    private final int type;
    private final int head;
    private final int[] starts;
    private final int[] ends;

    private Message(byte[] bytes, int type, int head, int[] starts, int[] ends) {
        this.bytes = bytes;
        this.type = type;
        this.head = head;
        this.starts = starts;
        this.ends = ends;
    }

    /**
     * @throws CorrelationException where it is cut off, is longer than its last field, or has an
     *     unknown field
     */
    static Message read(byte[] bytes, Notation notation, FieldTable table)
            throws CorrelationException {
        Cursor at = new Cursor(bytes);
        int type = notation.digits(at, 4);
        long first = notation.bitmap(at);
        long second = first < 0 ? notation.bitmap(at) : 0;
        int head = at.position();
        int[] starts = new int[FieldTable.LAST + 1];
        int[] ends = new int[FieldTable.LAST + 1];
        for (int field = 2; field <= FieldTable.LAST; field++) {
            starts[field] = at.position();
            long bits = field <= BITMAP ? first : second;
            if (bits << (field - 1) % BITMAP < 0) {
                FieldFormat format = table.of(field);
                if (format == null) {
                    throw new CorrelationException(
                            "the message has the field " + field + ", of which nothing is known");
                }
                at.skip(format.bytes(notation, at));
            }
            ends[field] = at.position();
        }
        if (!at.ended()) {
            throw new CorrelationException("the message goes on behind its last field");
        }
        return new Message(bytes, type, head, starts, ends);
    }

    int type() {
        return type;
    }

    /** No field is empty: one that is there has at least the length in front of it. */
    boolean has(int field) {
        return ends[field] > starts[field];
    }

    /** The field with the length in front of it; nothing of one that is not there. */
    byte[] field(int field) {
        return Arrays.copyOfRange(bytes, starts[field], ends[field]);
    }

    /** Type and bitmaps. */
    byte[] head() {
        return Arrays.copyOf(bytes, head);
    }
}
