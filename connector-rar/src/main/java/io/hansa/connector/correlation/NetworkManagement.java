package io.hansa.connector.correlation;

import io.hansa.connector.Iso8583;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Answers what the other side asks about the connection itself (ISO 8583:1987, network management): an echo or a sign-on
 * is approved, its fields go back as they came. Nothing else is answered, because whoever approves a sign-off or an
 * exchange of keys promises what nobody here does, and a message with a check value needs a key to be answered.
 */
final class NetworkManagement implements HostRequests {

    private static final int REQUEST = 800;
    private static final int RESPONSE = 39;
    private static final int MAC = 64;
    private static final int INFORMATION = 70;
    private static final int SIGN_ON = 1;
    private static final int ECHO = 301;
    private static final FieldFormat INFORMATION_FORMAT = FieldFormat.parse("n3");

    private final Notation notation;
    private final FieldTable table;
    private final Charset charset;

    /** @param charset of the approval in packed messages; null for ASCII */
    NetworkManagement(Iso8583 correlation, Charset charset) {
        this.notation = Notation.of(correlation.encoding());
        this.table = new FieldTable(correlation.layout());
        this.charset = charset == null ? StandardCharsets.US_ASCII : charset;
    }

    @Override
    public boolean asks(byte[] message) {
        try {
            return notation.digits(new Cursor(message), 4) / 10 % 2 == 0;
        } catch (CorrelationException e) {
            return false;
        }
    }

    @Override
    public byte[] answer(byte[] message) {
        try {
            Cursor at = new Cursor(message);
            // 0800, or 0801 where it is repeated.
            boolean asked = (notation.digits(at, 4) & ~1) == REQUEST;
            int response = asked ? placeOfResponse(at) : 0;
            return response > 0 ? approval(message, response) : null;
        } catch (CorrelationException e) {
            return null;
        }
    }

    /** Where the response code belongs in a message that can be approved; 0 in any other. */
    private int placeOfResponse(Cursor at) throws CorrelationException {
        long first = notation.bitmap(at);
        long second = first < 0 ? notation.bitmap(at) : 0;
        int place = 0;
        boolean approvable = false;
        for (int field = 2; field <= FieldTable.LAST; field++) {
            if (field == RESPONSE) {
                place = at.position();
            }
            long bits = field <= MAC ? first : second;
            if (bits << (field - 1) % MAC >= 0) {
                continue;
            }
            if (field == RESPONSE || field % MAC == 0 || table.of(field) == null) {
                return 0;
            }
            if (field == INFORMATION && table.of(field).equals(INFORMATION_FORMAT)) {
                int information = notation.digits(at, 3);
                approvable = information == SIGN_ON || information == ECHO;
            } else {
                at.skip(table.of(field).bytes(notation, at));
            }
        }
        return approvable && at.ended() ? place : 0;
    }

    private byte[] approval(byte[] message, int place) {
        byte[] approved = notation.zeros(message, charset);
        FieldFormat format = table.of(RESPONSE);
        if (format.lengthDigits() > 0
                || notation.bytes(format.kind(), format.most()) != approved.length) {
            return null;
        }
        byte[] head = Arrays.copyOf(message, place);
        notation.makeReply(head, RESPONSE);
        ByteArrayOutputStream answer = new ByteArrayOutputStream(message.length + approved.length);
        answer.writeBytes(head);
        answer.writeBytes(approved);
        answer.write(message, place, message.length - place);
        return answer.toByteArray();
    }
}
