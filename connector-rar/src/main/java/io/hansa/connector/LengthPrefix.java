package io.hansa.connector;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Messages with their length in front: {@code prefix header payload}. The length counts header and
 * payload.
 *
 * @param bytes of the prefix; with digits, one of them is one byte, or half a byte in BCD
 * @param includesPrefix whether the length counts the prefix, too
 * @param adjust added to a length that is read, taken from one that is written
 * @param header constant bytes between prefix and payload on what is sent; as many are skipped on
 *     what is received. Null for none
 */
public record LengthPrefix(
        int bytes, LengthEncoding encoding, boolean includesPrefix, int adjust, byte[] header)
        implements Framing {

    private static final byte[] NO_HEADER = {};

    public LengthPrefix {
        Objects.requireNonNull(encoding, "A length prefix needs an encoding, such as BINARY.");
        header = header == null ? NO_HEADER : header.clone();
        if (bytes < 1 || bytes > encoding.maxBytes()) {
            throw new IllegalArgumentException(
                    "A %s length prefix of %d bytes; give 1 to %d."
                            .formatted(encoding, bytes, encoding.maxBytes()));
        }
    }

    @Override
    public byte[] header() {
        return header.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LengthPrefix that
                && bytes == that.bytes
                && encoding == that.encoding
                && includesPrefix == that.includesPrefix
                && adjust == that.adjust
                && Arrays.equals(header, that.header);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bytes, encoding, includesPrefix, adjust, Arrays.hashCode(header));
    }

    @Override
    public String toString() {
        return "LengthPrefix[%d %s, includesPrefix=%b, adjust=%d, header=%s]"
                .formatted(
                        bytes, encoding, includesPrefix, adjust, HexFormat.of().formatHex(header));
    }
}
