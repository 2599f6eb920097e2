package io.hansa.web.turns;

import io.hansa.api.ErrorCode;
import io.hansa.http.FieldText;
import io.hansa.http.FramingHeaders;
import io.hansa.http.RequestLine;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.problem.Problem;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import io.undertow.util.Protocols;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Refuses what Undertow lets through although its end, or whom it is for, may be read differently
 * elsewhere: 400 with a problem document, and the connection is closed. What else has come on it is
 * never read as a request. Undertow 2.3 adds up the digits of a Content-Length beyond 2^63 to a
 * smaller number, and lets control characters into values. Safe for many threads.
 */
final class MalformedRequestHandler implements HttpHandler {
    private static final int BAD_REQUEST = 400;
    private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");

    private final HttpHandler next;

    MalformedRequestHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        // Undertow answers some addresses itself, such as /WEB-INF, before any filter.
        exchange.getResponseHeaders().put(CONTENT_TYPE_OPTIONS, "nosniff");
        String fault = fault(exchange);
        if (fault == null) {
            next.handleRequest(exchange);
        } else {
            refuse(exchange, fault);
        }
    }

    private static String fault(HttpServerExchange exchange) {
        String protocol = exchange.getProtocol().toString();
        String line =
                RequestLine.fault(
                        exchange.getRequestMethod().toString(), exchange.getRequestURI(), protocol);
        return line == null ? faultOfHeaders(exchange.getRequestHeaders(), protocol) : line;
    }

    private static String faultOfHeaders(HeaderMap headers, String protocol) {
        FramingHeaders framing = new FramingHeaders();
        long at = headers.fastIterateNonEmpty();
        while (at != -1) {
            HeaderValues field = headers.fiCurrent(at);
            String name = field.getHeaderName().toString();
            if (!FieldText.isName(name)) {
                return "A header is a name, a colon right behind it, and a value.";
            }
            for (int i = 0; i < field.size(); i++) {
                if (!FieldText.isValue(field.get(i))) {
                    return "A header has no control characters.";
                }
                framing.add(name, field.get(i));
            }
            at = headers.fiNextNonEmpty(at);
        }
        return framing.fault(protocol);
    }

    /**
     * The request is declared to be at its end: where it really ends is not known, and Undertow
     * would read on to find out.
     */
    private static void refuse(HttpServerExchange exchange, String fault) {
        exchange.setPersistent(false);
        exchange.setProtocol(Protocols.HTTP_1_1);
        if (!exchange.isRequestComplete()) {
            Connectors.terminateRequest(exchange);
        }
        Problem problem =
                Problem.of(
                        Failure.of(ErrorCode.REQUEST_INVALID, fault),
                        TraceContext.continuing(null).traceId(),
                        absent -> null);
        exchange.setStatusCode(BAD_REQUEST);
        HeaderMap reply = exchange.getResponseHeaders();
        problem.headers().forEach((name, value) -> reply.put(new HttpString(name), value));
        reply.put(new HttpString("Content-Type"), Problem.MEDIA_TYPE);
        exchange.getResponseSender()
                .send(ByteBuffer.wrap(problem.body().toString().getBytes(StandardCharsets.UTF_8)));
    }
}
