package io.hansa.web.ingress;

import io.hansa.proxy.background.OwnThread;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses requests whose body has not arrived by their deadline. One thread checks them all ten
 * times a second: the container's own time-out cannot be set again for the reply. Safe for many
 * threads.
 */
@ApplicationScoped
public class BodyDeadlines {
    private static final Logger LOG = System.getLogger(BodyDeadlines.class.getName());
    private static final long INTERVAL_MILLIS = 100;

    private final Set<AsyncBodyReader> arriving = ConcurrentHashMap.newKeySet();

    @Resource private ManagedThreadFactory threads;
    private OwnThread checking;

    @PostConstruct
    void start() {
        checking = OwnThread.start(threads, INTERVAL_MILLIS, this::check);
    }

    @PreDestroy
    void stop() {
        checking.stop();
    }

    void watch(AsyncBodyReader reader) {
        arriving.add(reader);
    }

    private void check() {
        long now = System.nanoTime();
        arriving.removeIf(reader -> isDone(reader, now));
    }

    /** An exception would end all further checks, so it ends this reader's only. */
    private static boolean isDone(AsyncBodyReader reader, long now) {
        try {
            return reader.checkDeadline(now);
        } catch (RuntimeException defect) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-5201 A request whose body missed its deadline could not be refused.",
                    defect);
            return true;
        }
    }
}
