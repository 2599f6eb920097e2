package io.hansa.web.ingress;

import io.hansa.proxy.message.EndToEndHeaders;
import io.hansa.proxy.message.HeaderNames;
import io.hansa.proxy.message.ReplyHead;
import io.hansa.proxy.pipeline.ServiceReply;
import io.hansa.proxy.tracing.TraceContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.StringJoiner;

/**
 * Sends a reply as fast as the caller takes it, and holds no thread in between. For one thread at a
 * time, except {@link #forget}.
 */
final class OutgoingReply implements WriteListener {
    /** An idle connection takes so many bytes without waiting. */
    static final int MAX_IMMEDIATE = 16 << 10;

    private static final String ANY_BYTES = "application/octet-stream";
    private static final int CHUNK = 32 << 10;

    /** Null at the end: containers keep their listeners, and so this object, for a while. */
    private volatile byte[] data;

    private final ServletOutputStream out;
    private final AsyncExchange exchange;
    private int written;

    private OutgoingReply(byte[] data, ServletOutputStream out, AsyncExchange exchange) {
        this.data = data;
        this.out = out;
        this.exchange = exchange;
    }

    static void head(ServiceReply reply, TraceContext trace, HttpServletResponse response) {
        ReplyHead head = reply.head();
        response.setStatus(head.status());
        if (!head.withoutBody()) {
            response.setHeader(
                    "Content-Type", reply.contentType() == null ? ANY_BYTES : reply.contentType());
            response.setContentLength(reply.data().length);
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!head.headers().isEmpty()) {
            pass(head.headers(), response);
        }
        response.setHeader("Hansa-Path", String.join(",", reply.path()));
        response.setHeader("Hansa-Server", reply.server());
        response.setHeader("Hansa-Trace-Id", trace.traceId());
    }

    /** A peer passes on the standard headers, and those that are named to it. */
    private static void pass(EndToEndHeaders headers, HttpServletResponse response) {
        StringJoiner more = new StringJoiner(", ");
        headers.forEach(
                (name, value) -> {
                    response.addHeader(name, value);
                    if (!HeaderNames.ofReply(name)) {
                        more.add(name);
                    }
                });
        if (more.length() > 0) {
            response.setHeader("Hansa-Headers", more.toString());
        }
    }

    /** Completes the exchange when the reply is written. */
    static void write(byte[] data, AsyncExchange exchange) throws IOException {
        ServletOutputStream out = exchange.response().getOutputStream();
        if (data.length <= MAX_IMMEDIATE) {
            out.write(data);
            exchange.complete();
        } else {
            OutgoingReply reply = new OutgoingReply(data, out, exchange);
            exchange.releaseAtEnd(reply::forget);
            out.setWriteListener(reply);
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        byte[] all = data;
        while (data != null && out.isReady()) {
            if (written == all.length) {
                exchange.complete();
                return;
            }
            int chunk = Math.min(CHUNK, all.length - written);
            out.write(all, written, chunk);
            written += chunk;
        }
    }

    @Override
    public void onError(Throwable callerLeft) {
        exchange.failed(callerLeft);
    }

    /** The exchange has ended. */
    void forget() {
        data = null;
    }
}
