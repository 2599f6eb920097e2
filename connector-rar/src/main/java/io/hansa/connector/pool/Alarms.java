package io.hansa.connector.pool;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Calls at a later time, on one thread: what is called must not wait. The container's own timer is
 * not used, because it keeps each cancelled call until its time has come.
 */
public final class Alarms implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    public Alarms() {
        timer =
                new ScheduledThreadPoolExecutor(
                        1,
                        new AdapterThreads("hansa-connector-alarms"),
                        // After the end all channels are closed and no alarm is needed.
                        new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Calls at the deadline, unless the result is cancelled before. */
    public Future<?> at(Deadline deadline, Runnable call) {
        return timer.schedule(call, deadline.nanosLeft(), TimeUnit.NANOSECONDS);
    }

    /** Calls again and again; an exception from the call ends that. */
    public void every(long millis, Runnable call) {
        timer.scheduleWithFixedDelay(call, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
