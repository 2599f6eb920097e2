package io.hansa.connector.framing;

import io.hansa.connector.LengthEncoding;

/**
 * A length as a row of digits, one byte each: the encodings differ in base, in the byte of a digit
 * and in where the row begins.
 */
enum LengthDigits {
    BINARY(256) {
        @Override
        byte write(int digit) {
            return (byte) digit;
        }

        @Override
        int read(byte written) {
            return written & 0xFF;
        }
    },
    ASCII(10) {
        @Override
        byte write(int digit) {
            return (byte) ('0' + digit);
        }

        @Override
        int read(byte written) {
            return written >= '0' && written <= '9' ? written - '0' : NONE;
        }
    },
    EBCDIC(10) {
        @Override
        byte write(int digit) {
            return (byte) (0xF0 + digit);
        }

        @Override
        int read(byte written) {
            int digit = (written & 0xFF) - 0xF0;
            return digit >= 0 && digit <= 9 ? digit : NONE;
        }
    },
    BCD(100) {
        @Override
        byte write(int digit) {
            return (byte) (digit / 10 << 4 | digit % 10);
        }

        @Override
        int read(byte written) {
            int high = written >> 4 & 0xF;
            int low = written & 0xF;
            return high <= 9 && low <= 9 ? high * 10 + low : NONE;
        }
    },
    HEX(16) {
        @Override
        byte write(int digit) {
            return (byte) Character.toUpperCase(Character.forDigit(digit, base));
        }

        @Override
        int read(byte written) {
            return Character.digit(written, base);
        }
    };

    /** Read from a byte that is no digit. */
    static final int NONE = -1;

    final int base;

    LengthDigits(int base) {
        this.base = base;
    }

    abstract byte write(int digit);

    abstract int read(byte written);

    static LengthDigits of(LengthEncoding encoding) {
        return switch (encoding) {
            case BINARY, BINARY_LE -> BINARY;
            case ASCII -> ASCII;
            case EBCDIC -> EBCDIC;
            case BCD -> BCD;
            case HEX -> HEX;
        };
    }
}
