package io.hansa.grizzly;

import io.hansa.http.Refusal;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;

/**
 * Refuses a request in whose head {@link HeadProbe} found a fault, and closes the connection. What
 * else has come on it is never read as a request. Stands right behind Grizzly's HTTP parser. Safe
 * for many threads.
 */
final class MalformedRequestFilter extends BaseFilter {
    private static final String HEAD =
            "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nCache-Control: no-store\r\n"
                    + "X-Content-Type-Options: nosniff\r\nConnection: close\r\nHansa-Trace-Id: %s\r\n%sContent-Length: %d\r\n\r\n";

    @Override
    public NextAction handleRead(FilterChainContext context) {
        Pipeline pipeline = Pipeline.of(context.getConnection());
        String fault = context.getMessage() instanceof HttpContent ? pipeline.takeFault() : null;
        return fault == null ? context.getInvokeAction() : refuse(context, Refusal.of(fault));
    }

    static NextAction refuse(FilterChainContext context, Refusal refusal) {
        byte[] body = refusal.body();
        byte[] head =
                HEAD.formatted(
                                refusal.status(),
                                refusal.reason(),
                                Refusal.CONTENT_TYPE,
                                refusal.traceId(),
                                refusal.retryAfter() == 0
                                        ? ""
                                        : "Retry-After: " + refusal.retryAfter() + "\r\n",
                                body.length)
                        .getBytes(StandardCharsets.US_ASCII);
        Buffer reply = context.getMemoryManager().allocate(head.length + body.length);
        reply.put(head).put(body).flip();
        reply.allowBufferDispose(true);
        context.write(reply);
        context.getConnection().closeSilently();
        return Pipeline.drop(context);
    }
}
