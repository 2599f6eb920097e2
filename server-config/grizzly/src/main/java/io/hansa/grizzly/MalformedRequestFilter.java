package io.hansa.grizzly;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;

/**
 * Refuses a request in whose head {@link HeadProbe} found a fault: 400 with a problem document (RFC
 * 9457), and the connection is closed. What else has come on it is never read as a request. Stands
 * right behind Grizzly's HTTP parser. Safe for many threads.
 */
final class MalformedRequestFilter extends BaseFilter {
    private static final String HEAD =
            "HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\nCache-Control: no-store\r\n"
                    + "X-Content-Type-Options: nosniff\r\nConnection: close\r\nHansa-Trace-Id: %s\r\nContent-Length: %d\r\n\r\n";
    private static final String BODY =
            "{\"type\":\"urn:hansa:error:request-invalid\",\"title\":\"The request is not valid\",\"status\":400,"
                    + "\"detail\":\"%s\",\"code\":\"request-invalid\",\"traceId\":\"%s\",\"effect\":\"NONE\"}";

    @Override
    public NextAction handleRead(FilterChainContext context) {
        Pipeline pipeline = Pipeline.of(context.getConnection());
        String fault = context.getMessage() instanceof HttpContent ? pipeline.takeFault() : null;
        return fault == null ? context.getInvokeAction() : refuse(context, fault);
    }

    /**
     * As Grizzly's parser does with what it refuses itself: the context is given up, so that
     * nothing that follows is looked at.
     */
    private static NextAction refuse(FilterChainContext context, String fault) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        byte[] body = BODY.formatted(fault, trace).getBytes(StandardCharsets.US_ASCII);
        byte[] head = HEAD.formatted(trace, body.length).getBytes(StandardCharsets.US_ASCII);
        Buffer reply = context.getMemoryManager().allocate(head.length + body.length);
        reply.put(head).put(body).flip();
        reply.allowBufferDispose(true);
        context.write(reply);
        context.getConnection().closeSilently();
        NextAction suspended = context.getSuspendAction();
        context.completeAndRecycle();
        return suspended;
    }
}
