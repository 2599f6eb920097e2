package io.hansa.undertow;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.URLDecodingHandler;
import java.nio.charset.StandardCharsets;

/**
 * Decodes addresses on a listener with {@code decode-url=false}. Undertow's parser answers a bad
 * escape with an empty 400; without decoding it leaves that to {@link MalformedRequestHandler},
 * which stands before this. Safe for many threads.
 */
final class EscapedAddressHandler implements HttpHandler {
    private final HttpHandler next;
    private final HttpHandler decoding;

    EscapedAddressHandler(HttpHandler next) {
        this.next = next;
        this.decoding = new URLDecodingHandler(next, StandardCharsets.UTF_8.name());
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        boolean plain =
                exchange.getQueryString().isEmpty() && exchange.getRequestURI().indexOf('%') < 0;
        (plain ? next : decoding).handleRequest(exchange);
    }
}
