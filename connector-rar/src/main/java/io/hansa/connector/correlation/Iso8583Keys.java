package io.hansa.connector.correlation;

import io.hansa.connector.Iso8583;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Class and function of the message type, and the values of some fields. Reads no further than the
 * last of them.
 */
final class Iso8583Keys implements KeyReader {

    private static final int BITMAP = 64;

    private final Notation notation;
    private final FieldTable table;
    private final BitSet wanted = new BitSet(FieldTable.LAST + 1);

    Iso8583Keys(Iso8583 correlation) {
        this.notation = Notation.of(correlation.encoding());
        this.table = new FieldTable(correlation.layout());
        correlation.fields().forEach(wanted::set);
    }

    @Override
    public ByteBuffer ofRequest(byte[] payload) throws CorrelationException {
        return key(payload, 0);
    }

    @Override
    public ByteBuffer ofReply(byte[] payload) throws CorrelationException {
        return key(payload, 1);
    }

    /**
     * @param reply 1 of a reply: its function is that of its request and one (0200 and 0210, 0420
     *     and 0430)
     */
    private ByteBuffer key(byte[] payload, int reply) throws CorrelationException {
        Cursor at = new Cursor(payload);
        ByteArrayOutputStream key = new ByteArrayOutputStream(32);
        int type = notation.digits(at, 4);
        int function = type / 10 % 10;
        if (function % 2 != reply) {
            throw new CorrelationException(
                    "the message type %04d is not that of a %s"
                            .formatted(type, reply == 1 ? "reply" : "request"));
        }
        key.write(type / 100);
        key.write(function - reply);
        long first = notation.bitmap(at);
        long second = first < 0 ? notation.bitmap(at) : 0;
        for (int field = 2; field < wanted.length(); field++) {
            boolean present = bit(field <= BITMAP ? first : second, (field - 1) % BITMAP);
            if (present) {
                take(field, at, key);
            } else if (wanted.get(field)) {
                throw new CorrelationException("the message lacks the field " + field);
            }
        }
        return ByteBuffer.wrap(key.toByteArray());
    }

    private void take(int field, Cursor at, ByteArrayOutputStream key) throws CorrelationException {
        FieldFormat format = table.of(field);
        if (format == null) {
            throw new CorrelationException(
                    "the message has the field " + field + ", of which nothing is known");
        }
        int bytes = format.bytes(notation, at);
        if (wanted.get(field)) {
            key.write(bytes >> 8);
            key.write(bytes);
            at.copy(bytes, key);
        } else {
            at.skip(bytes);
        }
    }

    private static boolean bit(long bits, int fromHighest) {
        return (bits << fromHighest) < 0;
    }
}
