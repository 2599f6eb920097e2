package io.hansa.proxy.document;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;

/** The rule for names of accounts, groups, capabilities, servers and peers. */
public final class Name {
    private static final int MAX_LENGTH = 100;
    private static final int LONGEST_QUOTE = 120;

    private Name() {}

    /**
     * Returns the name. Otherwise throws a {@code request-invalid} that names the field and the
     * rule.
     */
    public static String check(String field, String name) {
        if (!isOne(name)) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "%s is \"%s\"; give 1 to 100 letters, digits, . _ @ or -, the first a letter or digit."
                            .formatted(field, shortened(name)));
        }
        return name;
    }

    /** Whether the text is a valid name. */
    public static boolean isOne(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH || !isLetterOrDigit(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '@' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** The text shortened, so that a message may quote it. */
    public static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
