package io.hansa.connector.correlation;

/** Digits as characters, in ASCII or EBCDIC: their ranges do not meet. */
final class Characters {

    private Characters() {}

    static int decimal(byte character) throws CorrelationException {
        int digit = hexadecimal(character);
        if (digit > 9) {
            throw none(character);
        }
        return digit;
    }

    static int hexadecimal(byte character) throws CorrelationException {
        int value = character & 0xFF;
        if (value >= '0' && value <= '9' || value >= 0xF0 && value <= 0xF9) {
            return value & 0xF;
        }
        int letter = value & 0xF;
        boolean ascii = (value & 0xF0) == 0x40 || (value & 0xF0) == 0x60;
        boolean ebcdic = (value & 0xF0) == 0xC0 || (value & 0xF0) == 0x80;
        if ((ascii || ebcdic) && letter >= 1 && letter <= 6) {
            return 9 + letter;
        }
        throw none(character);
    }

    /** The value of a hexadecimal digit that was read before. */
    static int value(byte digit) {
        int low = digit & 0xF;
        int zone = digit & 0xF0;
        return zone == 0x30 || zone == 0xF0 ? low : 9 + low;
    }

    /** A hexadecimal digit in the character set of another one. */
    static byte like(byte digit, int value) {
        boolean ascii = (digit & 0xFF) < 0x80;
        return (byte)
                (value <= 9 ? (ascii ? '0' : 0xF0) + value : (ascii ? 'A' : 0xC1) + value - 10);
    }

    private static CorrelationException none(byte character) {
        return new CorrelationException("the byte %02X is no digit".formatted(character));
    }
}
