package io.hansa.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The header fields of one request that say where it ends and whom it is for: what two HTTP
 * programs may read differently, so that the end of one request is taken for the start of another
 * (RFC 9112, sections 3.2 and 6). One thread.
 */
public final class FramingHeaders {
    private static final int LONGEST_LENGTH = 18;
    private static final String NOT_IN_HOST = " \t,/\\?#@\"<>";

    private final List<String> hosts = new ArrayList<>(1);
    private final List<String> lengths = new ArrayList<>(1);
    private final List<String> codings = new ArrayList<>(1);

    /** Takes note of a field; of others than the three that count nothing is kept. */
    public void add(String name, String value) {
        if ("host".equalsIgnoreCase(name)) {
            hosts.add(value);
        } else if ("content-length".equalsIgnoreCase(name)) {
            lengths.add(value);
        } else if ("transfer-encoding".equalsIgnoreCase(name)) {
            codings.add(value);
        }
    }

    /**
     * The first fault as a sentence that names the remedy, or null where there is none.
     *
     * @param protocol such as {@code HTTP/1.1}
     */
    public String fault(String protocol) {
        boolean current = "HTTP/1.1".equals(protocol);
        String host = faultOfHosts(current);
        if (host != null) {
            return host;
        }
        return codings.isEmpty() ? faultOfLengths() : faultOfCodings(current);
    }

    private String faultOfHosts(boolean needed) {
        if (hosts.size() > 1 || needed && hosts.isEmpty()) {
            return "A request has exactly one Host header.";
        }
        for (String host : hosts) {
            for (int i = 0; i < host.length(); i++) {
                if (NOT_IN_HOST.indexOf(host.charAt(i)) >= 0) {
                    return "The Host header is a host and, if need be, a port.";
                }
            }
        }
        return null;
    }

    private String faultOfCodings(boolean current) {
        if (codings.size() > 1 || !"chunked".equalsIgnoreCase(codings.get(0))) {
            return "The only Transfer-Encoding is chunked, once; leave others out.";
        }
        if (!current) {
            return "HTTP/1.0 has no Transfer-Encoding; use HTTP/1.1.";
        }
        return lengths.isEmpty()
                ? null
                : "A request has either Content-Length or Transfer-Encoding; leave one out.";
    }

    private String faultOfLengths() {
        if (lengths.size() > 1) {
            return "A request has one Content-Length at most.";
        }
        return lengths.isEmpty() || isLength(lengths.get(0))
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
