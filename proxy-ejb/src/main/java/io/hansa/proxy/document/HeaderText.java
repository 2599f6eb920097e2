package io.hansa.proxy.document;

/**
 * Checks values for HTTP headers: bounded length, no characters that could start another header.
 * (RFC 9110, section 5.5)
 */
public final class HeaderText {
    private static final int MAX_CONTENT_TYPE = 1000;

    private HeaderText() {}

    public static boolean isContentType(String value) {
        return isPrintable(value, MAX_CONTENT_TYPE);
    }

    /**
     * @param max maximum number of characters
     */
    public static boolean isPrintable(String value, int max) {
        if (value.length() > max) {
            return false;
        }
        for (int index = 0; index < value.length(); index++) {
            if (Character.isISOControl(value.charAt(index))) {
                return false;
            }
        }
        return true;
    }
}
