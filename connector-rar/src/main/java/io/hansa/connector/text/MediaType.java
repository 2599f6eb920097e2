package io.hansa.connector.text;

import java.util.Locale;

/** A {@code Content-Type} value (RFC 9110, section 8.3), as far as it matters here. */
public final class MediaType {

    private MediaType() {}

    /** Whether it names text: {@code text/*}, JSON or XML, also as a suffix (RFC 6839). */
    public static boolean isText(String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = bare(contentType).toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.equals("application/json")
                || type.equals("application/xml")
                || type.endsWith("+json")
                || type.endsWith("+xml");
    }

    /** Whether it names XML (RFC 7303). */
    public static boolean isXml(String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = bare(contentType).toLowerCase(Locale.ROOT);
        return type.equals("text/xml") || type.equals("application/xml") || type.endsWith("+xml");
    }

    /** The charset that it states, null when it states none. */
    public static String charset(String contentType) {
        for (String part : contentType.split(";")) {
            String parameter = part.trim();
            if (parameter.regionMatches(true, 0, "charset=", 0, 8)) {
                return parameter.substring(8).replace("\"", "").trim();
            }
        }
        return null;
    }

    /**
     * The same type with this charset in place of the one it states; unchanged when it states none.
     */
    static String withCharset(String contentType, String charset) {
        StringBuilder result = new StringBuilder(bare(contentType));
        boolean stated = false;
        String[] parts = contentType.split(";");
        for (int part = 1; part < parts.length; part++) {
            String parameter = parts[part].trim();
            boolean isCharset = parameter.regionMatches(true, 0, "charset=", 0, 8);
            stated |= isCharset;
            result.append("; ").append(isCharset ? "charset=" + charset : parameter);
        }
        return stated ? result.toString() : contentType;
    }

    private static String bare(String contentType) {
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters)).trim();
    }
}
