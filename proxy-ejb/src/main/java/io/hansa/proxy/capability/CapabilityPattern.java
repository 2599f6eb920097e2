package io.hansa.proxy.capability;

import io.hansa.proxy.document.Name;
import java.util.Objects;

/**
 * A set of capabilities: one by its name ({@code trade.settle}), all below a name ({@code
 * trade.*}), or all ({@code *}). Immutable.
 *
 * @param text the pattern as an administrator writes it
 */
public record CapabilityPattern(String text) {
    private static final String ALL = "*";
    private static final String BELOW = ".*";

    public CapabilityPattern {
        Objects.requireNonNull(text, "text");
    }

    /**
     * @param field the member's name for the refusal
     * @throws io.hansa.proxy.failure.Failure REQUEST_INVALID if the text is not a pattern
     */
    public static CapabilityPattern parse(String field, String text) {
        if (!text.equals(ALL)) {
            Name.check(
                    field,
                    text.endsWith(BELOW)
                            ? text.substring(0, text.length() - BELOW.length())
                            : text);
        }
        return new CapabilityPattern(text);
    }

    /** Whether it is the name of one capability. */
    public boolean exact() {
        return !text.endsWith(BELOW) && !text.equals(ALL);
    }

    public boolean matches(String capability) {
        if (text.endsWith(BELOW)) {
            // The dot belongs to the prefix: trade.* matches trade.settle, but neither trade nor
            // trader.
            return capability.regionMatches(0, text, 0, text.length() - 1)
                    && capability.length() >= text.length();
        }
        return text.equals(ALL) || text.equals(capability);
    }
}
