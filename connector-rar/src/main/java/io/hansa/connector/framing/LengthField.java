package io.hansa.connector.framing;

import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.LengthEncoding;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A number of so many bytes in one encoding. */
final class LengthField {

    private final int bytes;
    private final LengthEncoding encoding;
    private final LengthDigits digits;

    LengthField(int bytes, LengthEncoding encoding) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.digits = LengthDigits.of(encoding);
    }

    int bytes() {
        return bytes;
    }

    /**
     * Writes the number; false, with nothing written, when it has more digits than there are bytes.
     */
    boolean write(long number, ByteBuffer frame) {
        int start = frame.position();
        long rest = number;
        for (int place = 0; place < bytes; place++) {
            frame.put(start + index(place), digits.write((int) (rest % digits.base)));
            rest /= digits.base;
        }
        if (rest != 0) {
            return false;
        }
        frame.position(start + bytes);
        return true;
    }

    long read(byte[] written) throws FramingException {
        long number = 0;
        for (int place = bytes - 1; place >= 0; place--) {
            int digit = digits.read(written[index(place)]);
            number = number * digits.base + digit;
            if (digit == LengthDigits.NONE || number < 0) {
                throw new FramingException(
                        Kind.PROTOCOL_ERROR,
                        "the reply's length field %s is no %s number; check the framing's bytes and encoding"
                                .formatted(HexFormat.of().formatHex(written), encoding));
            }
        }
        return number;
    }

    /** Where the digit of a place is, place 0 being that of the ones. */
    private int index(int place) {
        return encoding == LengthEncoding.BINARY_LE ? place : bytes - 1 - place;
    }
}
