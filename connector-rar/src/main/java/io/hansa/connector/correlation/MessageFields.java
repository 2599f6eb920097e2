package io.hansa.connector.correlation;

import io.hansa.connector.Iso8583;
import io.hansa.connector.Iso8583.Encoding;
import java.util.ArrayList;
import java.util.List;

/** Where in a message of ISO 8583 each field is, for people who look at one. */
public final class MessageFields {

    /**
     * @param name {@code type}, {@code bitmap} or {@code field 11}
     * @param offset within the message
     * @param length in bytes, the length in front of a field included
     */
    public record Field(String name, int offset, int length) {}

    private MessageFields() {}

    /**
     * The fields in their order.
     *
     * @throws CorrelationException where the bytes are no such message
     */
    public static List<Field> of(Iso8583 correlation, byte[] message) throws CorrelationException {
        Message read =
                Message.read(
                        message,
                        Notation.of(correlation.encoding()),
                        new FieldTable(correlation.layout()));
        int type = correlation.encoding() == Encoding.ASCII ? 4 : 2;
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("type", 0, type));
        int at = read.head().length;
        fields.add(new Field("bitmap", type, at - type));
        for (int number = 2; number <= FieldTable.LAST; number++) {
            if (read.has(number)) {
                int length = read.field(number).length;
                fields.add(new Field("field " + number, at, length));
                at += length;
            }
        }
        return fields;
    }
}
