package io.hansa.connector.http;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectionKeepAliveStrategy;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * How long a connection may be idle: what the server announces ({@code Keep-Alive: timeout=5}),
 * less the time that the next request may take to arrive, or else the target's own limit.
 */
final class ServerKeepAlive implements ConnectionKeepAliveStrategy {

    private static final long MARGIN_MILLIS = 1_000;

    /** The library takes 0 for no end. */
    private static final long AT_ONCE = 1;

    private final long idleMillis;

    ServerKeepAlive(long idleMillis) {
        this.idleMillis = idleMillis;
    }

    @Override
    public TimeValue getKeepAliveDuration(HttpResponse response, HttpContext context) {
        long millis = idleMillis;
        Iterator<HeaderElement> elements = MessageSupport.iterate(response, "keep-alive");
        while (elements.hasNext()) {
            HeaderElement element = elements.next();
            if (element.getName().equalsIgnoreCase("timeout")) {
                millis = Math.min(millis, announced(element.getValue()));
            }
        }
        return TimeValue.ofMilliseconds(millis);
    }

    private long announced(String seconds) {
        try {
            long millis = TimeUnit.SECONDS.toMillis(Long.parseLong(seconds));
            return Math.max(AT_ONCE, millis - Math.min(MARGIN_MILLIS, millis / 2));
        } catch (NumberFormatException e) {
            return idleMillis;
        }
    }
}
