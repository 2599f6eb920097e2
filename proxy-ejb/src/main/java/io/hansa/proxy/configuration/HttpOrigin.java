package io.hansa.proxy.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Scheme, host and port of a page or an address (RFC 6454). Comparable: lower case, and an absent
 * port is the scheme's default. Immutable.
 */
public record HttpOrigin(String scheme, String host, int port) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /**
     * @param port 0 or less: the scheme's default
     */
    public static HttpOrigin of(String scheme, String host, int port) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        String bare = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        int own = lower.equals("https") ? HTTPS_PORT : HTTP_PORT;
        return new HttpOrigin(lower, bare, port > 0 ? port : own);
    }

    /**
     * Parses {@code scheme://host[:port]}. Empty if the text is anything else, including {@code
     * null}.
     */
    public static Optional<HttpOrigin> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean bare =
                    uri.getRawPath() != null
                            && uri.getRawPath().isEmpty()
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && uri.getRawUserInfo() == null;
            boolean http =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            return bare && http && uri.getHost() != null
                    ? Optional.of(of(uri.getScheme(), uri.getHost(), uri.getPort()))
                    : Optional.empty();
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }
}
