package io.hansa.proxy.message;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a caller wrote below the capability, as it was sent: {@code /orders/17} and {@code
 * currency=CNY}. It goes into another server's address, so nothing in it may be read in two ways
 * there (RFC 3986, sections 3.3 and 6.2.2).
 *
 * @param path begins with a slash; empty where there is none
 * @param query without question mark; null where there is none
 */
public record PathSuffix(String path, String query) {
    public static final PathSuffix NONE = new PathSuffix("", null);

    private static final int MAX_CHARACTERS = 4000;
    private static final String UNRESERVED = "A-Za-z0-9._~!$&'()*+,=:@";
    private static final Pattern PATH =
            Pattern.compile("(/([" + UNRESERVED + "-]++|%[0-9A-Fa-f]{2})*+)*+");
    private static final Pattern QUERY =
            Pattern.compile("([" + UNRESERVED + ";/?-]++|%[0-9A-Fa-f]{2})*+");

    /** Escapes of delimiters, of a percent sign, of controls, and of a dot. */
    private static final Pattern HOSTILE =
            Pattern.compile("%(2f|5c|3b|25|2e|3f|23|[01][0-9a-f]|7f)");

    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(/|$)|//");
    private static final Pattern HOSTILE_IN_QUERY = Pattern.compile("%(00|0a|0d)");

    /**
     * @throws IllegalArgumentException with half a sentence where it can be read in two ways
     */
    public static PathSuffix of(String path, String query) {
        if (path.isEmpty() && query == null) {
            return NONE;
        }
        String lower = path.toLowerCase(Locale.ROOT);
        if (path.length() > MAX_CHARACTERS
                || !PATH.matcher(path).matches()
                || DOTS.matcher(lower).find()
                || HOSTILE.matcher(lower).find()) {
            throw new IllegalArgumentException(
                    "the path below the capability is longer than %d characters, or has dot segments, empty segments, broken escapes or escaped delimiters"
                            .formatted(MAX_CHARACTERS));
        }
        if (query != null
                && (query.length() > MAX_CHARACTERS
                        || !QUERY.matcher(query).matches()
                        || HOSTILE_IN_QUERY.matcher(query.toLowerCase(Locale.ROOT)).find())) {
            throw new IllegalArgumentException(
                    "the query is longer than %d characters, or has broken escapes or characters that must be escaped"
                            .formatted(MAX_CHARACTERS));
        }
        return new PathSuffix(path, query);
    }

    /**
     * From {@link #toString}.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static PathSuffix parse(String text) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        int mark = text.indexOf('?');
        return mark < 0 ? of(text, null) : of(text.substring(0, mark), text.substring(mark + 1));
    }

    public boolean isEmpty() {
        return path.isEmpty() && query == null;
    }

    /** This below another path, which may have a query of its own. */
    public String below(String address) {
        if (isEmpty()) {
            return address;
        }
        int mark = address.indexOf('?');
        String base = mark < 0 ? address : address.substring(0, mark);
        String own = mark < 0 ? null : address.substring(mark + 1);
        String whole =
                path.isEmpty() || !base.endsWith("/")
                        ? base + path
                        : base.substring(0, base.length() - 1) + path;
        if (own == null && query == null) {
            return whole;
        }
        String both = own == null ? query : query == null ? own : own + "&" + query;
        return whole + "?" + both;
    }

    /** As in an address. */
    @Override
    public String toString() {
        return query == null ? path : path + "?" + query;
    }
}
