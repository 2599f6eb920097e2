package io.hansa.connector;

/** How the length before a message is written. */
public enum LengthEncoding {
    /** Most significant byte first, at most 8 bytes. */
    BINARY(8),
    /** Least significant byte first, at most 8 bytes. */
    BINARY_LE(8),
    /** Decimal digits {@code 0x30}–{@code 0x39}, zeros in front. */
    ASCII(18),
    /** Decimal digits {@code 0xF0}–{@code 0xF9}, zeros in front. */
    EBCDIC(18),
    /** Two decimal digits in each byte, the higher one in the upper half. */
    BCD(9),
    /** Hexadecimal digits in ASCII, zeros in front; written in upper case, read in either. */
    HEX(16);

    private final int maxBytes;

    LengthEncoding(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The longest prefix whose value fits a {@code long}. */
    public int maxBytes() {
        return maxBytes;
    }
}
