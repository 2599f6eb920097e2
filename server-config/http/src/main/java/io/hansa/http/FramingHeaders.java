package io.hansa.http;

/**
 * The header fields of one request that say where it ends and whom it is for: what two HTTP
 * programs may read differently, so that the end of one request is taken for the start of another
 * (RFC 9112, sections 3.2 and 6). One thread.
 */
public final class FramingHeaders {
    private static final int LONGEST_LENGTH = 18;
    private static final boolean[] NOT_IN_HOST = notInHost();

    private String host;
    private int hosts;
    private String length;
    private int lengths;
    private String coding;
    private int codings;

    /** Takes note of a field; of others than the three that count nothing is kept. */
    public void add(String name, String value) {
        if ("host".equalsIgnoreCase(name)) {
            host(value);
        } else if ("content-length".equalsIgnoreCase(name)) {
            length(value);
        } else if ("transfer-encoding".equalsIgnoreCase(name)) {
            coding(value);
        }
    }

    /** Takes note of a {@code Host}. Only the first is kept, as two are a fault. */
    public void host(String value) {
        if (hosts++ == 0) {
            host = value;
        }
    }

    /** Takes note of a {@code Content-Length}. */
    public void length(String value) {
        if (lengths++ == 0) {
            length = value;
        }
    }

    /** Takes note of a {@code Transfer-Encoding}. */
    public void coding(String value) {
        if (codings++ == 0) {
            coding = value;
        }
    }

    /**
     * The first fault as a sentence that names the remedy, or null where there is none.
     *
     * @param protocol such as {@code HTTP/1.1}
     */
    public String fault(String protocol) {
        boolean current = "HTTP/1.1".equals(protocol);
        String fault = faultOfHosts(current);
        if (fault != null) {
            return fault;
        }
        return codings == 0 ? faultOfLengths() : faultOfCodings(current);
    }

    private String faultOfHosts(boolean needed) {
        if (hosts > 1 || needed && hosts == 0) {
            return "A request has exactly one Host header.";
        }
        return hosts == 0 || isHost(host)
                ? null
                : "The Host header is a host and, if need be, a port.";
    }

    private static boolean isHost(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < NOT_IN_HOST.length && NOT_IN_HOST[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] notInHost() {
        boolean[] not = new boolean[128];
        for (char c : " \t,/\\?#@\"<>".toCharArray()) {
            not[c] = true;
        }
        return not;
    }

    private String faultOfCodings(boolean current) {
        if (codings > 1 || !"chunked".equalsIgnoreCase(coding)) {
            return "The only Transfer-Encoding is chunked, once; leave others out.";
        }
        if (!current) {
            return "HTTP/1.0 has no Transfer-Encoding; use HTTP/1.1.";
        }
        return lengths == 0
                ? null
                : "A request has either Content-Length or Transfer-Encoding; leave one out.";
    }

    private String faultOfLengths() {
        if (lengths > 1) {
            return "A request has one Content-Length at most.";
        }
        return lengths == 0 || isLength(length)
                ? null
                : "Content-Length is a whole number of bytes, without a sign, below 10^18.";
    }

    private static boolean isLength(String text) {
        boolean digits = !text.isEmpty() && text.length() <= LONGEST_LENGTH;
        for (int i = 0; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }
}
