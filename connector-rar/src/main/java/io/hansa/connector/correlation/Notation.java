package io.hansa.connector.correlation;

import io.hansa.connector.Iso8583.Encoding;
import java.nio.charset.Charset;

/**
 * How the parts of an ISO 8583 message are written; each method reads at a place and moves past it.
 */
enum Notation {
    ASCII {
        @Override
        int digits(Cursor at, int count) throws CorrelationException {
            int number = 0;
            for (int index = 0; index < count; index++) {
                number = number * 10 + Characters.decimal(at.next());
            }
            return number;
        }

        @Override
        long bitmap(Cursor at) throws CorrelationException {
            long bits = 0;
            for (int index = 0; index < 16; index++) {
                bits = bits << 4 | Characters.hexadecimal(at.next());
            }
            return bits;
        }

        @Override
        int bytes(FieldFormat.Kind kind, int length) {
            return kind == FieldFormat.Kind.BYTES ? 2 * length : length;
        }

        @Override
        void makeReply(byte[] message) {
            message[2]++;
            message[3] &= ~1;
        }

        @Override
        void mark(byte[] message, int field, boolean present) {
            int at = 4 + (field - 1) / 4;
            int bit = 8 >> (field - 1) % 4;
            int digit = Characters.value(message[at]);
            message[at] = Characters.like(message[at], present ? digit | bit : digit & ~bit);
        }

        @Override
        byte[] text(byte[] message, String digits, Charset charset) {
            byte[] text = new byte[digits.length()];
            for (int index = 0; index < text.length; index++) {
                text[index] = Characters.like(message[0], digits.charAt(index) - '0');
            }
            return text;
        }
    },
    BINARY {
        @Override
        int digits(Cursor at, int count) throws CorrelationException {
            int number = 0;
            for (int index = 0; index < (count + 1) / 2; index++) {
                int packed = at.next() & 0xFF;
                if (packed >> 4 > 9 || (packed & 0xF) > 9) {
                    throw new CorrelationException(
                            "the byte %02X is no packed decimal".formatted(packed));
                }
                number = number * 100 + (packed >> 4) * 10 + (packed & 0xF);
            }
            return number;
        }

        @Override
        long bitmap(Cursor at) throws CorrelationException {
            long bits = 0;
            for (int index = 0; index < 8; index++) {
                bits = bits << 8 | at.next() & 0xFF;
            }
            return bits;
        }

        @Override
        int bytes(FieldFormat.Kind kind, int length) {
            return switch (kind) {
                case NUMBER, TRACK -> (length + 1) / 2;
                case SIGNED -> 1 + length / 2;
                case TEXT, BYTES -> length;
            };
        }

        @Override
        void makeReply(byte[] message) {
            message[1] += 0x10;
            message[1] &= ~1;
        }

        @Override
        void mark(byte[] message, int field, boolean present) {
            int at = 2 + (field - 1) / 8;
            int bit = 0x80 >> (field - 1) % 8;
            message[at] = (byte) (present ? message[at] | bit : message[at] & ~bit);
        }

        @Override
        byte[] text(byte[] message, String digits, Charset charset) {
            return digits.getBytes(charset);
        }
    };

    /** A number of so many digits; of an odd count, the first half byte is filler. */
    abstract int digits(Cursor at, int count) throws CorrelationException;

    /** 64 bits, that of the first field being the highest. */
    abstract long bitmap(Cursor at) throws CorrelationException;

    /** What a value of so many digits, characters or bytes occupies. */
    abstract int bytes(FieldFormat.Kind kind, int length);

    /** Turns the type of a request into that of its reply. */
    abstract void makeReply(byte[] message);

    /** Says in the bitmap whether a field below 65 is there. */
    abstract void mark(byte[] message, int field, boolean present);

    /**
     * Digits as text.
     *
     * @param message whose type is in the characters that text has, unless numbers are packed
     * @param charset of text in a message whose numbers are packed
     */
    abstract byte[] text(byte[] message, String digits, Charset charset);

    static Notation of(Encoding encoding) {
        return switch (encoding) {
            case ASCII -> ASCII;
            case BINARY -> BINARY;
        };
    }
}
