package io.hansa.undertow;

import io.hansa.http.FieldText;
import io.hansa.http.FramingHeaders;
import io.hansa.http.NodeState;
import io.hansa.http.Refusal;
import io.hansa.http.RequestLine;
import io.hansa.http.Switches;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Protocols;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Refuses what Undertow accepts although its end, or whom it is for, may be read differently by
 * another HTTP program: 400 with a problem document, and the connection is closed. What else has
 * come on it is never read as a request. Undertow 2.3 adds up the digits of a Content-Length beyond
 * 2^63 to a smaller number, and accepts control characters in values. Safe for many threads.
 */
final class MalformedRequestHandler implements HttpHandler {
    private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");
    private static final HttpString TRACE_ID = new HttpString("Hansa-Trace-Id");

    private final HttpHandler next;

    MalformedRequestHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        // Undertow answers some addresses itself, such as /WEB-INF, before any filter.
        exchange.getResponseHeaders().put(CONTENT_TYPE_OPTIONS, "nosniff");
        String fault = fault(exchange);
        if (fault != null) {
            refuse(exchange, Refusal.of(fault));
        } else if (expectsMore(exchange)) {
            refuse(exchange, Refusal.expectationFailed());
        } else {
            heedClose(exchange);
            next.handleRequest(exchange);
        }
    }

    /** Undertow looks for a value that is {@code close} and nothing besides. (RFC 9110, 7.6.1) */
    private static void heedClose(HttpServerExchange exchange) {
        HeaderValues options = exchange.getRequestHeaders().get(Headers.CONNECTION);
        for (int i = 0; options != null && i < options.size(); i++) {
            if (options.get(i).indexOf(',') < 0) {
                continue;
            }
            for (String option : options.get(i).split(",")) {
                if (option.strip().equalsIgnoreCase("close")) {
                    exchange.setPersistent(false);
                }
            }
        }
    }

    private static String fault(HttpServerExchange exchange) {
        String protocol = exchange.getProtocol().toString();
        String line =
                RequestLine.fault(
                        exchange.getRequestMethod().toString(), target(exchange), protocol);
        return line == null ? faultOfHeaders(exchange.getRequestHeaders(), protocol) : line;
    }

    /** RFC 9110, section 10.1.1; Undertow ignores what it does not know. */
    private static boolean expectsMore(HttpServerExchange exchange) {
        String expectation = exchange.getRequestHeaders().getFirst(Headers.EXPECT);
        return expectation != null
                && !"100-continue".equalsIgnoreCase(expectation)
                && Protocols.HTTP_1_1.equals(exchange.getProtocol())
                && Switches.isOn(Switches.EXPECTATIONS);
    }

    /** As it was sent; Undertow parts it at the question mark. */
    private static String target(HttpServerExchange exchange) {
        String query = exchange.getQueryString();
        return query.isEmpty() ? exchange.getRequestURI() : exchange.getRequestURI() + "?" + query;
    }

    private static String faultOfHeaders(HeaderMap headers, String protocol) {
        FramingHeaders framing = new FramingHeaders();
        long at = headers.fastIterateNonEmpty();
        while (at != -1) {
            HeaderValues field = headers.fiCurrent(at);
            HttpString name = field.getHeaderName();
            if (!isName(name)) {
                return "A header is a name, a colon right behind it, and a value.";
            }
            for (int i = 0; i < field.size(); i++) {
                if (!FieldText.isValue(field.get(i))) {
                    return "A header has no control characters.";
                }
            }
            at = headers.fiNextNonEmpty(at);
        }
        addAll(headers.get(Headers.HOST), framing::host);
        addAll(headers.get(Headers.CONTENT_LENGTH), framing::length);
        addAll(headers.get(Headers.TRANSFER_ENCODING), framing::coding);
        return framing.fault(protocol);
    }

    private static void addAll(HeaderValues field, Consumer<String> values) {
        if (field != null) {
            for (int i = 0; i < field.size(); i++) {
                values.accept(field.get(i));
            }
        }
    }

    /** Of the bytes: a string of a name that Undertow does not know is made only if asked for. */
    private static boolean isName(HttpString name) {
        for (int i = 0; i < name.length(); i++) {
            if (!FieldText.isOfName(name.byteAt(i))) {
                return false;
            }
        }
        return name.length() > 0;
    }

    /** Loads what {@link #refuse} needs, for one who refuses when the application is gone. */
    static void load() {
        NodeState.STOPPED.refusal().body();
    }

    /**
     * Declares the request to be at its end. Where it really ends is not known, and Undertow would
     * read on to find out.
     */
    static void refuse(HttpServerExchange exchange, Refusal refusal) {
        exchange.setPersistent(false);
        exchange.setProtocol(Protocols.HTTP_1_1);
        if (!exchange.isRequestComplete()) {
            Connectors.terminateRequest(exchange);
        }
        exchange.setStatusCode(refusal.status());
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, Refusal.CONTENT_TYPE)
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(TRACE_ID, refusal.traceId());
        if (refusal.retryAfter() > 0) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, refusal.retryAfter());
        }
        exchange.getResponseSender().send(ByteBuffer.wrap(refusal.body()));
    }
}
