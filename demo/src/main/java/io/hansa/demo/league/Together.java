package io.hansa.demo.league;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs a few things at the same time; the first failure ends the others and is thrown on. */
final class Together {

    private Together() {}

    /** One of the things; it must give up when its thread is interrupted. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException, InterruptedException;
    }

    static void run(List<Task> tasks) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size(), Together::daemon);
        try {
            ExecutorCompletionService<Void> running = new ExecutorCompletionService<>(threads);
            for (Task task : tasks) {
                running.submit(
                        () -> {
                            task.run();
                            return null;
                        });
            }
            for (int i = 0; i < tasks.size(); i++) {
                running.take().get();
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static IOException rethrown(Throwable cause) throws InterruptedException {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }
}
