package io.hansa.connector.pool;

import java.util.concurrent.ThreadFactory;

/**
 * Daemon threads that hold on to the adapter's classes only, and not to those of the application
 * whose call happened to start them.
 */
public final class AdapterThreads implements ThreadFactory {

    private final String name;

    public AdapterThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(AdapterThreads.class.getClassLoader());
        return thread;
    }
}
