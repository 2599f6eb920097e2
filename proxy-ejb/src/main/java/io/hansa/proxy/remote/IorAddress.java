package io.hansa.proxy.remote;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads where an object reference points to, from its text (CORBA 3.4, part 2, sections 7.6.2 and
 * 9.7).
 */
final class IorAddress {
    private static final String PREFIX = "IOR:";
    private static final int INTERNET_PROFILE = 0;

    private IorAddress() {}

    /**
     * The host of the first profile for IIOP. Empty where there is none: such an object is reached
     * in its own process only.
     */
    static Optional<String> host(String ior) {
        if (!ior.startsWith(PREFIX)) {
            throw new IllegalArgumentException("This is no object reference: " + ior);
        }
        try {
            ByteBuffer all = encapsulated(HexFormat.of().parseHex(ior.substring(PREFIX.length())));
            octets(all);
            int profiles = number(all);
            for (int i = 0; i < profiles; i++) {
                int tag = number(all);
                byte[] profile = octets(all);
                if (tag == INTERNET_PROFILE) {
                    ByteBuffer body = encapsulated(profile);
                    body.position(body.position() + 2);
                    String host = new String(octets(body), StandardCharsets.US_ASCII);
                    return Optional.of(host.replace("\0", ""));
                }
            }
            return Optional.empty();
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("The object reference is cut: " + ior, cut);
        }
    }

    private static ByteBuffer encapsulated(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return buffer.order(buffer.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** A number stands at a multiple of its length. */
    private static int number(ByteBuffer buffer) {
        int aligned = (buffer.position() + Integer.BYTES - 1) / Integer.BYTES * Integer.BYTES;
        if (aligned > buffer.limit()) {
            throw new BufferUnderflowException();
        }
        return buffer.position(aligned).getInt();
    }

    private static byte[] octets(ByteBuffer buffer) {
        int length = number(buffer);
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] octets = new byte[length];
        buffer.get(octets);
        return octets;
    }
}
