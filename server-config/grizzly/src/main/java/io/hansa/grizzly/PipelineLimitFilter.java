package io.hansa.grizzly;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;

/**
 * Limits how many pipelined requests of one connection are answered in a row, where connections are
 * not requeued. Grizzly answers all requests that it has read from a connection on the same worker.
 * The last one that is answered carries {@code Connection: close}; the rest is dropped, and the
 * caller may send it again (RFC 9112, section 9.3.2). Stands behind Grizzly's HTTP parser. Safe for
 * many threads.
 */
final class PipelineLimitFilter extends BaseFilter {
    static final int MAX_IN_A_ROW = 16;

    @Override
    public NextAction handleRead(FilterChainContext context) {
        Pipeline pipeline = Pipeline.of(context.getConnection());
        if (!pipeline.takeHead()) {
            return context.getInvokeAction();
        }
        int before = pipeline.nextOfRead();
        if (before >= MAX_IN_A_ROW || !context.getConnection().isOpen()) {
            return Pipeline.drop(context);
        }
        if (before == MAX_IN_A_ROW - 1 && context.getMessage() instanceof HttpContent content) {
            content.getHttpHeader().getProcessingState().setKeepAlive(false);
        }
        return context.getInvokeAction();
    }
}
