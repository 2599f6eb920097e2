package io.hansa.connector;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A message of the server's protocol that asks nothing of its business: sign-on, echo.
 *
 * @param request the payload on the wire, 1 to 1024 bytes
 * @param replyPrefix what the reply begins with when all is well; empty: any reply will do
 */
public record Probe(byte[] request, byte[] replyPrefix) {

    private static final int MOST_BYTES = 1024;

    public Probe {
        request = request.clone();
        replyPrefix = replyPrefix.clone();
        if (request.length == 0 || Math.max(request.length, replyPrefix.length) > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "A probe has a request of %d and a reply of %d bytes; give at most %d, the request at least 1."
                            .formatted(request.length, replyPrefix.length, MOST_BYTES));
        }
    }

    @Override
    public byte[] request() {
        return request.clone();
    }

    @Override
    public byte[] replyPrefix() {
        return replyPrefix.clone();
    }

    /** Whether a reply says that all is well. */
    public boolean isPassedBy(byte[] reply) {
        return reply.length >= replyPrefix.length
                && Arrays.equals(reply, 0, replyPrefix.length, replyPrefix, 0, replyPrefix.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Probe that
                && Arrays.equals(request, that.request)
                && Arrays.equals(replyPrefix, that.replyPrefix);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(request) + Arrays.hashCode(replyPrefix);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return "Probe[" + hex.formatHex(request) + " → " + hex.formatHex(replyPrefix) + "…]";
    }
}
