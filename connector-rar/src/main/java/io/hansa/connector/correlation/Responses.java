package io.hansa.connector.correlation;

import io.hansa.connector.Iso8583;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Responses made of their requests (ISO 8583:1987): the fields go back as they came, with a
 * response code in field 39. Proofs of the cardholder (tracks and PIN) are left out: no response
 * has them, and logs of responses must not contain them. Immutable, for any number of threads.
 */
final class Responses {

    private static final int CODE = 39;
    private static final int CODE_DIGITS = 2;
    private static final Set<Integer> PROOFS = Set.of(35, 36, 45, 52);

    private final Notation notation;
    private final FieldTable table;
    private final Charset charset;

    /**
     * @param charset of the code in packed messages; null for ASCII
     */
    Responses(Iso8583 correlation, Charset charset) {
        this.notation = Notation.of(correlation.encoding());
        this.table = new FieldTable(correlation.layout());
        this.charset = charset == null ? StandardCharsets.US_ASCII : charset;
    }

    Message read(byte[] message) throws CorrelationException {
        return Message.read(message, notation, table);
    }

    /** The number in a field of fixed length. */
    int number(Message message, int field) throws CorrelationException {
        return notation.digits(new Cursor(message.field(field)), table.of(field).max());
    }

    /**
     * Null for what is no request, has a response code already, or a check value, for which Hansa
     * has no key; and where the layout's field 39 is none of two characters.
     */
    byte[] to(Message request, String code) {
        boolean asks = request.type() / 10 % 2 == 0;
        if (!asks || request.has(CODE) || request.has(64) || request.has(128) || !codeFits()) {
            return null;
        }
        byte[] head = request.head();
        notation.makeReply(head);
        notation.mark(head, CODE, true);
        ByteArrayOutputStream fields = new ByteArrayOutputStream(256);
        for (int field = 2; field <= FieldTable.LAST; field++) {
            if (field == CODE) {
                fields.writeBytes(notation.text(head, code, charset));
            } else if (PROOFS.contains(field)) {
                notation.mark(head, field, false);
            } else {
                fields.writeBytes(request.field(field));
            }
        }
        ByteArrayOutputStream response = new ByteArrayOutputStream(head.length + fields.size());
        response.writeBytes(head);
        response.writeBytes(fields.toByteArray());
        return response.toByteArray();
    }

    private boolean codeFits() {
        FieldFormat format = table.of(CODE);
        return format.lengthDigits() == 0
                && notation.bytes(format.kind(), format.max()) == CODE_DIGITS;
    }
}
