package io.hansa.client.call;

/** Sixteen digits of a number, in lower case. */
final class Hex {
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private Hex() {}

    static void write(char[] text, int at, long value) {
        for (int digit = 0; digit < 16; digit++) {
            text[at + digit] = DIGITS[(int) (value >>> (60 - 4 * digit)) & 15];
        }
    }
}
