package io.hansa.grizzly;

import io.hansa.http.requeue.WorkerAffinity;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/**
 * Requeues a pipelined request behind the requests of other connections. Grizzly answers all
 * requests that it has read from a connection on the same worker, however many there are. Stands
 * behind Grizzly's HTTP parser. The {@link Pipeline} tells which request is the first of a task.
 * Safe for many threads.
 */
final class PipelinedRequestFilter extends BaseFilter {
    private final WorkerAffinity affinity;

    PipelinedRequestFilter(WorkerAffinity affinity) {
        this.affinity = affinity;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        Pipeline pipeline = Pipeline.of(context.getConnection());
        if (!pipeline.takeHead()) {
            return context.getInvokeAction();
        }
        if (!context.getConnection().isOpen()) {
            return Pipeline.drop(context);
        }
        int before = pipeline.nextOfTask();
        Executor workers = context.getConnection().getTransport().getWorkerThreadPool();
        if (before == 0 || workers == null || before > 0 && affinity.mayContinue(before)) {
            return context.getInvokeAction();
        }
        context.suspend();
        NextAction suspended = context.getSuspendAction();
        try {
            affinity.queue(workers, () -> resumeQueued(context, pipeline));
        } catch (RejectedExecutionException full) {
            resume(context, pipeline);
        }
        return suspended;
    }

    private void resumeQueued(FilterChainContext context, Pipeline pipeline) {
        affinity.started();
        resume(context, pipeline);
    }

    private static void resume(FilterChainContext context, Pipeline pipeline) {
        pipeline.startTask();
        pipeline.nextOfTask();
        context.resumeNext();
    }
}
