package io.hansa.grizzly;

import io.hansa.turns.Turns;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/**
 * Lets a pipelined request wait behind the requests of other connections. Grizzly would go through
 * all requests that one connection has sent on the same worker, however many there are. Stands
 * behind Grizzly's HTTP parser; which request is the first of a turn is told by the {@link
 * Pipeline}. Safe for many threads.
 */
final class PipelinedRequestFilter extends BaseFilter {
    private final Turns turns;

    PipelinedRequestFilter(Turns turns) {
        this.turns = turns;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        Pipeline pipeline = Pipeline.of(context.getConnection());
        if (!pipeline.takeHead()) {
            return context.getInvokeAction();
        }
        if (!context.getConnection().isOpen()) {
            return drop(context);
        }
        int before = pipeline.nextRequest();
        Executor workers = context.getConnection().getTransport().getWorkerThreadPool();
        if (before == 0 || workers == null || before > 0 && turns.mayGoOn(before)) {
            return context.getInvokeAction();
        }
        context.suspend();
        NextAction suspended = context.getSuspendAction();
        try {
            turns.queue(workers, () -> goOn(context, pipeline));
        } catch (RejectedExecutionException full) {
            goOnHere(context, pipeline);
        }
        return suspended;
    }

    /** Nobody is there for the answer, nor for those to the requests that follow. */
    private static NextAction drop(FilterChainContext context) {
        NextAction suspended = context.getSuspendAction();
        context.completeAndRecycle();
        return suspended;
    }

    private void goOn(FilterChainContext context, Pipeline pipeline) {
        turns.begun();
        goOnHere(context, pipeline);
    }

    private static void goOnHere(FilterChainContext context, Pipeline pipeline) {
        pipeline.turnBegins();
        pipeline.nextRequest();
        context.resumeNext();
    }
}
