package io.hansa.proxy.document;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.util.regex.Pattern;

/** What accounts, groups, capabilities, servers and peers may be called. */
public final class Name {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    private static final int LONGEST_QUOTE = 120;

    private Name() {}

    public static boolean allowed(String name) {
        return ALLOWED.matcher(name).matches();
    }

    /** The name itself, or a {@code request-invalid} that names the field and the rule. */
    public static String check(String field, String name) {
        if (!allowed(name)) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "%s is \"%s\"; give 1 to 100 letters, digits, . _ @ or -, the first a letter or digit."
                            .formatted(field, shortened(name)));
        }
        return name;
    }

    /** What may be quoted in a message, whatever somebody sent. */
    public static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
