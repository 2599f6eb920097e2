package io.hansa.web.ingress;

import io.hansa.proxy.pipeline.ServiceReply;
import io.hansa.proxy.tracing.TraceContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives a reply as fast as the caller takes it, and holds no thread in between. One thread at a
 * time, but for {@link #forget}.
 */
final class OutgoingReply implements WriteListener {
    /** So much an idle connection takes without waiting. */
    static final int AT_ONCE = 16 << 10;

    private static final String ANY_BYTES = "application/octet-stream";
    private static final int PART = 32 << 10;

    /** Null when it is given, or nobody takes it: the container keeps its listeners for a while. */
    private volatile byte[] data;

    private final ServletOutputStream out;
    private final AsyncExchange exchange;
    private int given;

    private OutgoingReply(byte[] data, ServletOutputStream out, AsyncExchange exchange) {
        this.data = data;
        this.out = out;
        this.exchange = exchange;
    }

    static void head(ServiceReply reply, TraceContext trace, HttpServletResponse response) {
        response.setHeader(
                "Content-Type", reply.contentType() == null ? ANY_BYTES : reply.contentType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Hansa-Path", String.join(",", reply.path()));
        response.setHeader("Hansa-Server", reply.server());
        response.setHeader("Hansa-Trace-Id", trace.traceId());
        response.setContentLength(reply.data().length);
    }

    /** Completes the exchange when all is given. */
    static void write(byte[] data, AsyncExchange exchange) throws IOException {
        ServletOutputStream out = exchange.response().getOutputStream();
        if (data.length <= AT_ONCE) {
            out.write(data);
            exchange.complete();
        } else {
            OutgoingReply its = new OutgoingReply(data, out, exchange);
            exchange.leaves(its);
            out.setWriteListener(its);
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        byte[] all = data;
        while (data != null && out.isReady()) {
            if (given == all.length) {
                exchange.complete();
                return;
            }
            int part = Math.min(PART, all.length - given);
            out.write(all, given, part);
            given += part;
        }
    }

    @Override
    public void onError(Throwable gone) {
        exchange.failed(gone);
    }

    /** Its exchange has ended, whatever ended it. */
    void forget() {
        data = null;
    }
}
