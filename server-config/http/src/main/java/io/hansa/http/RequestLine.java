package io.hansa.http;

/** The first line of a request: which forms of it this server takes (RFC 9112, section 3). */
public final class RequestLine {
    private RequestLine() {}

    /**
     * What is wrong as a sentence that names the remedy, or null.
     *
     * @param target as it was sent
     * @param protocol such as {@code HTTP/1.1}
     */
    public static String fault(String method, String target, String protocol) {
        if (!"HTTP/1.1".equals(protocol) && !"HTTP/1.0".equals(protocol)) {
            return "The protocol must be HTTP/1.1 or HTTP/1.0.";
        }
        if ("CONNECT".equals(method)) {
            return "This server is no tunnel; leave CONNECT out.";
        }
        boolean known =
                target.startsWith("/")
                        || target.startsWith("http://")
                        || target.startsWith("https://")
                        || "*".equals(target) && "OPTIONS".equals(method);
        return known
                ? RequestTarget.fault(target)
                : "The target of a request is a path that begins with a slash.";
    }
}
