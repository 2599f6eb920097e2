package io.hansa.web.opening;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Three requests that the node makes to its own listener before others may, so that classes are
 * loaded before the first caller waits for them. They change nothing and need no account. Whatever
 * becomes of them, the node serves after them.
 */
final class FirstRequests {
    static final List<String> PATHS = List.of("/api/v1/capabilities", "/console/", "/openapi.yaml");

    /** None is begun later. One that was begun ends with the time-out of its connection. */
    static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final Logger LOG = System.getLogger(FirstRequests.class.getName());

    private final Listener listener;
    private final LongSupplier nanoTime;

    /** The node's own. */
    interface Listener {
        /** Whether a GET of the path is answered by 200. */
        boolean isOk(String path) throws IOException;
    }

    FirstRequests(Listener listener) {
        this(listener, System::nanoTime);
    }

    FirstRequests(Listener listener, LongSupplier nanoTime) {
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    void make() {
        long end = nanoTime.getAsLong() + MAX_NANOS;
        for (String path : PATHS) {
            if (end - nanoTime.getAsLong() <= 0) {
                return;
            }
            try {
                if (!listener.isOk(path)) {
                    LOG.log(Level.DEBUG, "The node does not answer itself at {0}.", path);
                }
            } catch (IOException untold) {
                LOG.log(Level.DEBUG, "The node does not answer itself.", untold);
            }
        }
    }
}
