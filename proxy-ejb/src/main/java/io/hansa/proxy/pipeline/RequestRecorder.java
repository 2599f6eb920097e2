package io.hansa.proxy.pipeline;

import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.tracing.TraceRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The last step, which runs for every outcome. It gives the outcome to the trace, the metrics and
 * the log.
 */
final class RequestRecorder {
    private final ProxyIdentity proxy;
    private final Clock clock;
    private final List<Consumer<TraceRecord>> consumers;
    private final ServiceAudit audit;

    /**
     * @param consumers are called on the request's thread and must neither wait nor throw
     */
    RequestRecorder(
            ProxyIdentity proxy,
            Clock clock,
            List<Consumer<TraceRecord>> consumers,
            ServiceAudit audit) {
        this.audit = audit;
        this.proxy = proxy;
        this.clock = clock;
        this.consumers = List.copyOf(consumers);
    }

    /**
     * @param failure null where the request came out well
     */
    void record(RequestContext context, Failure failure) {
        long nanos = context.timeline.elapsedNanos();
        Instant startedAt = clock.instant().minusNanos(nanos);
        boolean well = failure == null;
        TraceRecord record =
                new TraceRecord(
                        context.request.trace(),
                        proxy.id(),
                        proxy.node(),
                        context.capability,
                        context.caller == null ? null : context.caller.shown(),
                        startedAt,
                        nanos,
                        well ? context.answer.head().status() : failure.code().status(),
                        well ? null : failure.code().code(),
                        well ? null : failure.effect(),
                        well ? context.answer.path() : context.visits.proxies(),
                        well ? context.answer.server() : null,
                        context.data == null ? 0 : context.data.length,
                        well ? context.answer.data().length : 0,
                        context.timeline.entries());
        consumers.forEach(consumer -> consumer.accept(record));
        audit.ended(context, record);
    }
}
