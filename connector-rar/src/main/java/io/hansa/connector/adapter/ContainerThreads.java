package io.hansa.connector.adapter;

import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs tasks on the container's threads (Jakarta Connectors 2.1, chapter 10). */
final class ContainerThreads implements Executor {

    private final WorkManager works;

    ContainerThreads(WorkManager works) {
        this.works = works;
    }

    @Override
    public void execute(Runnable task) {
        try {
            works.scheduleWork(new Task(task));
        } catch (WorkException e) {
            throw new RejectedExecutionException("The container takes no more work.", e);
        }
    }

    /** A task that ends when its socket is closed, not by being released. */
    private record Task(Runnable task) implements Work {

        @Override
        public void run() {
            task.run();
        }

        @Override
        public void release() {
            // Closing the adapter's ports ends every task.
        }
    }
}
