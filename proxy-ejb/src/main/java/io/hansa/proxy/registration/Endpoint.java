package io.hansa.proxy.registration;

import io.hansa.proxy.document.Document;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Where a business server listens; what the connector can do with it is the connector's to say. */
final class Endpoint {
    private static final int LONGEST = 1000;
    private static final int LAST_PORT = 65_535;
    private static final Set<String> SCHEMES = Set.of("tcp", "tls", "http", "https");

    private Endpoint() {}

    static URI check(Document server, String text) {
        try {
            URI uri = new URI(text);
            if (text.length() <= LONGEST && plain(uri) && (framed(uri) ? bare(uri) : true)) {
                return uri;
            }
        } catch (URISyntaxException broken) {
            throw server.wrong("endpoint", "\"" + text + "\"", remedy());
        }
        throw server.wrong("endpoint", "\"" + text + "\"", remedy());
    }

    private static boolean plain(URI uri) {
        return uri.getScheme() != null
                && SCHEMES.contains(uri.getScheme())
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= LAST_PORT;
    }

    private static boolean framed(URI uri) {
        return uri.getScheme().startsWith("t");
    }

    private static boolean bare(URI uri) {
        return uri.getPort() > 0 && uri.getRawPath().isEmpty() && uri.getRawQuery() == null;
    }

    private static String remedy() {
        return "give tcp://host:port, tls://host:port, or an http or https URL,"
                + " with a host name without underscores and without user or fragment";
    }
}
