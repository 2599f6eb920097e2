package io.hansa.http;

/**
 * Which addresses a server takes, by RFC 3986 and stricter where two programs read an address
 * differently: without path parameters, dot segments and encoded delimiters. One rule for all
 * servers; each container has its own, and some of them drop a request that they cannot decode.
 */
public final class RequestTarget {
    private static final String NOT_IN_TARGET = "\"#<>\\^`{|}";
    private static final String DELIMITERS = "/\\;?#";
    private static final int DELETE = 0x7F;

    private final String target;
    private int at;

    private RequestTarget(String target, int from) {
        this.target = target;
        this.at = from;
    }

    /**
     * The first fault as a sentence that names the remedy; null where there is none.
     *
     * @param target as it was sent, with its query
     */
    public static String fault(String target) {
        int from = target.startsWith("/") ? 0 : target.indexOf("://") + 1;
        if (from > 0) {
            from += 2;
            while (from < target.length() && "/?".indexOf(target.charAt(from)) < 0) {
                from++;
            }
        }
        return new RequestTarget(target, from).fault();
    }

    private String fault() {
        int segment = 0;
        boolean dots = true;
        boolean query = false;
        while (at < target.length()) {
            char one = target.charAt(at);
            if (one <= ' ' || one >= DELETE || NOT_IN_TARGET.indexOf(one) >= 0) {
                return "An address has only the characters of RFC 3986; write others as %XX.";
            }
            int decoded = one;
            if (one == '%') {
                decoded = escaped();
                if (decoded < 0) {
                    return "A percent sign in an address begins the escape %XX of UTF-8 text.";
                }
            } else {
                at++;
            }
            if (query) {
                continue;
            }
            if (one == '%' && (decoded < ' ' || decoded == DELETE || isDelimiter(decoded))) {
                return "A path has no encoded delimiters or control characters; leave them out.";
            }
            if (one == ';') {
                return "A path has no parameters; leave the semicolon out.";
            }
            if (one == '/' || one == '?') {
                if (isDotSegment(dots, segment)) {
                    return dotSegment();
                }
                query = one == '?';
                segment = 0;
                dots = true;
            } else {
                segment++;
                dots &= decoded == '.';
            }
        }
        return !query && isDotSegment(dots, segment) ? dotSegment() : null;
    }

    private static boolean isDotSegment(boolean dots, int length) {
        return dots && (length == 1 || length == 2);
    }

    private static String dotSegment() {
        return "A path has no dot segments; send the address that is meant.";
    }

    private static boolean isDelimiter(int decoded) {
        return DELIMITERS.indexOf(decoded) >= 0;
    }

    /** The character of the escapes that begin here, which are passed; -1 if they are none. */
    private int escaped() {
        int first = escape();
        if (first < 0x80) {
            return first;
        }
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        int character = first & 0x3F >> more;
        for (int index = 0; index < more; index++) {
            int next = at < target.length() && target.charAt(at) == '%' ? escape() : -1;
            if ((next & 0xC0) != 0x80) {
                return -1;
            }
            character = character << 6 | next & 0x3F;
        }
        int least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
        boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
        return first < 0xC2
                        || first > 0xF4
                        || character < least
                        || surrogate
                        || character > 0x10FFFF
                ? -1
                : character;
    }

    private int escape() {
        if (at + 2 >= target.length()) {
            return -1;
        }
        int high = hex(target.charAt(at + 1));
        int low = hex(target.charAt(at + 2));
        at += 3;
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hex(char digit) {
        return digit < DELETE ? Character.digit(digit, 16) : -1;
    }
}
