package io.hansa.http;

/** Which characters a header's name and value may have (RFC 9110, section 5). */
public final class FieldText {
    private static final char DELETE = 127;
    private static final boolean[] TOKEN = token();

    private FieldText() {}

    /** Whether it is a token, and not empty. */
    public static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isOfName(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether it is without control characters, but for tabs. */
    public static boolean isValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == DELETE) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a character of a token. */
    public static boolean isOfName(int character) {
        return character >= 0 && character < DELETE && TOKEN[character];
    }

    private static boolean[] token() {
        boolean[] token = new boolean[DELETE];
        for (char c = '!'; c < DELETE; c++) {
            token[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
        }
        return token;
    }
}
