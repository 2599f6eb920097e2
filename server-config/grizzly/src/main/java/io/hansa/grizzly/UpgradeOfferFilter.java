package io.hansa.grizzly;

import java.util.Locale;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;
import org.glassfish.grizzly.http.HttpHeader;

/**
 * Ignores an offer to upgrade that this listener never takes (RFC 9110, section 7.8). Grizzly takes
 * every request with {@code Upgrade} for the last one in HTTP/1.1: it does not look for the end of
 * the body, so that the application waits for it, and closes the connection after the answer. Many
 * clients offer {@code h2c} with each request. WebSocket handshakes and other offers without a body
 * stay as they are; an application may take them. Stands behind Grizzly's HTTP parser, which sends
 * the event before it reads the head's other fields. Safe for many threads.
 */
final class UpgradeOfferFilter extends BaseFilter {
    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
        if (event instanceof IncomingHttpUpgradeEvent offer && isIgnored(offer.getHttpHeader())) {
            HttpHeader head = offer.getHttpHeader();
            head.setIgnoreContentModifiers(false);
            head.getUpgradeDC().recycle();
        }
        return context.getInvokeAction();
    }

    private static boolean isIgnored(HttpHeader head) {
        return head.isChunked()
                || head.getContentLength() > 0
                || head.getUpgrade().toLowerCase(Locale.ROOT).contains("h2c");
    }
}
