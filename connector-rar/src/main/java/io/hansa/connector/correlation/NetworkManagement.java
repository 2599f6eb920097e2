package io.hansa.connector.correlation;

import io.hansa.connector.Iso8583;
import java.nio.charset.Charset;

/**
 * Answers what the other side asks about the connection itself (ISO 8583:1987, network management):
 * an echo or a sign-on is approved, its fields go back as they came. Nothing else is answered:
 * Hansa neither signs off nor exchanges keys, so it must not approve them. A message with a check
 * value needs a key to be answered.
 */
final class NetworkManagement implements HostRequests {

    private static final int REQUEST = 800;
    private static final int INFORMATION = 70;
    private static final int SIGN_ON = 1;
    private static final int ECHO = 301;
    private static final FieldFormat INFORMATION_FORMAT = FieldFormat.parse("n3");
    private static final String APPROVED = "00";

    private final Notation notation;
    private final boolean informed;
    private final Responses responses;

    /**
     * @param charset of the approval in packed messages; null for ASCII
     */
    NetworkManagement(Iso8583 correlation, Charset charset) {
        this.notation = Notation.of(correlation.encoding());
        this.informed =
                new FieldTable(correlation.layout()).of(INFORMATION).equals(INFORMATION_FORMAT);
        this.responses = new Responses(correlation, charset);
    }

    @Override
    public boolean asks(byte[] message) {
        try {
            return type(message) / 10 % 2 == 0;
        } catch (CorrelationException e) {
            return false;
        }
    }

    @Override
    public byte[] answer(byte[] message) {
        try {
            // 0800, or 0801 where it is repeated.
            if (!informed || (type(message) & ~1) != REQUEST) {
                return null;
            }
            Message request = responses.read(message);
            return approvable(request) ? responses.to(request, APPROVED) : null;
        } catch (CorrelationException e) {
            return null;
        }
    }

    private boolean approvable(Message request) throws CorrelationException {
        if (!request.has(INFORMATION)) {
            return false;
        }
        int information = responses.number(request, INFORMATION);
        return information == SIGN_ON || information == ECHO;
    }

    private int type(byte[] message) throws CorrelationException {
        return notation.digits(new Cursor(message), 4);
    }
}
