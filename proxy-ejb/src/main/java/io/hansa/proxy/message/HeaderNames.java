package io.hansa.proxy.message;

/**
 * The one list of headers that belong to business data and pass from end to end (RFC 9110, sections
 * 7.6.1 and 8). Names are compared without case. Allocates nothing: every request is looked at.
 */
public final class HeaderNames {
    private static final String CONTENT = "content-";
    private static final String ACCEPT = "accept";
    private static final String CONDITION = "if-";

    private HeaderNames() {}

    /** Whether a caller's header passes to every HTTP server and every peer. */
    public static boolean ofRequest(String name) {
        return switch (first(name)) {
            case 'c' -> begins(name, CONTENT) && !never(name);
            case 'a' -> begins(name, ACCEPT);
            case 'i' -> begins(name, CONDITION);
            case 'p' -> name.equalsIgnoreCase("prefer");
            case 'x' -> name.equalsIgnoreCase("x-request-id");
            default -> false;
        };
    }

    /** Whether a server's header passes to every caller. */
    public static boolean ofReply(String name) {
        return switch (first(name)) {
            case 'c' ->
                    begins(name, CONTENT) && !never(name) || name.equalsIgnoreCase("cache-control");
            case 'e' -> name.equalsIgnoreCase("etag");
            case 'l' -> isOne(name, "last-modified", "location", "link");
            case 'r' -> name.equalsIgnoreCase("retry-after");
            case 'v' -> name.equalsIgnoreCase("vary");
            case 'w' -> name.equalsIgnoreCase("warning");
            default -> false;
        };
    }

    /** Whether a header describes the data itself, so that it goes with it and with no other. */
    public static boolean ofData(String name) {
        return begins(name, CONTENT);
    }

    /** Whether a header makes the request depend on the state of what it is for. */
    static boolean ofCondition(String name) {
        return begins(name, CONDITION);
    }

    /**
     * Whether a header never passes, also where a server's entry names it: it frames the message,
     * belongs to one connection, proves who asks, or is Hansa's own and told in another way.
     */
    public static boolean never(String name) {
        return switch (first(name)) {
            case 'a' -> name.equalsIgnoreCase("authorization");
            case 'c' -> isOne(name, "connection", "content-length", "content-type");
            case 'e' -> name.equalsIgnoreCase("expect");
            case 'h' -> name.equalsIgnoreCase("host") || begins(name, "hansa-");
            case 'i' -> name.equalsIgnoreCase("idempotency-key");
            case 'k' -> name.equalsIgnoreCase("keep-alive");
            case 'p' -> begins(name, "proxy-");
            case 't' ->
                    isOne(name, "te", "trailer", "transfer-encoding", "traceparent", "tracestate");
            case 'u' -> name.equalsIgnoreCase("upgrade");
            default -> false;
        };
    }

    /**
     * Whether a header belongs to one connection because the message itself says so (RFC 9110,
     * section 7.6.1).
     *
     * @param connection the message's header {@code Connection}; null where it has none
     */
    public static boolean ofConnection(String connection, String name) {
        int begin = 0;
        while (connection != null && begin < connection.length()) {
            int comma = connection.indexOf(',', begin);
            int end = comma < 0 ? connection.length() : comma;
            if (isAt(connection, begin, end, name)) {
                return true;
            }
            begin = end + 1;
        }
        return false;
    }

    private static boolean isAt(String list, int from, int to, String name) {
        int begin = from;
        int end = to;
        while (begin < end && Character.isWhitespace(list.charAt(begin))) {
            begin++;
        }
        while (begin < end && Character.isWhitespace(list.charAt(end - 1))) {
            end--;
        }
        return end - begin == name.length()
                && list.regionMatches(true, begin, name, 0, name.length());
    }

    /** Whether a header is of the caller's own connection or program, and no peer's business. */
    static boolean ofCallerOnly(String name) {
        return switch (first(name)) {
            case 'c' -> name.equalsIgnoreCase("cookie");
            case 'd' -> isOne(name, "date", "dnt");
            case 'f' -> name.equalsIgnoreCase("forwarded");
            case 'm' -> name.equalsIgnoreCase("max-forwards");
            case 'o' -> name.equalsIgnoreCase("origin");
            case 'p' -> isOne(name, "pragma", "priority");
            case 'r' -> name.equalsIgnoreCase("referer");
            case 's' -> begins(name, "sec-");
            case 'u' -> isOne(name, "user-agent", "upgrade-insecure-requests");
            case 'v' -> name.equalsIgnoreCase("via");
            case 'x' -> begins(name, "x-forwarded-") || name.equalsIgnoreCase("x-real-ip");
            default -> false;
        };
    }

    private static char first(String name) {
        return name.isEmpty() ? ' ' : (char) (name.charAt(0) | 0x20);
    }

    private static boolean begins(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static boolean isOne(String name, String first, String second) {
        return name.equalsIgnoreCase(first) || name.equalsIgnoreCase(second);
    }

    private static boolean isOne(String name, String... names) {
        for (String one : names) {
            if (name.equalsIgnoreCase(one)) {
                return true;
            }
        }
        return false;
    }
}
