package io.hansa.proxy.pipeline;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** The bytes that this thread allocates: counted, not timed, and so the same on a busy machine. */
final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    /** Of so many runs of the task, the mean. */
    static long bytes(int times, Runnable task) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            task.run();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / times;
    }
}
