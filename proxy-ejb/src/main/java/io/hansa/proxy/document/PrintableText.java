package io.hansa.proxy.document;

import java.util.regex.Pattern;

/** Text from outside for logs and records. */
public final class PrintableText {
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]");

    private PrintableText() {}

    /** The text with {@code ?} for each character that cannot be printed, cut to the length. */
    public static String of(String text, int maxLength) {
        String bounded = text.length() <= maxLength ? text : text.substring(0, maxLength);
        return UNPRINTABLE.matcher(bounded).replaceAll("?");
    }
}
