package io.hansa.proxy.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;

/**
 * What a start leaves behind: as much garbage as live data, which a node at rest would keep for
 * hours. It is given back once, before the first caller comes: when the node is asked whether it is
 * ready, and is. Safe for many threads.
 */
@ApplicationScoped
public class StartRemains {
    private static final Logger LOG = Logger.getLogger(StartRemains.class.getName());
    private static final String LEAST = "MinHeapFreeRatio";
    private static final String MOST = "MaxHeapFreeRatio";

    private final AtomicBoolean collected = new AtomicBoolean();

    public void collect() {
        if (!collected.getAndSet(true)) {
            try {
                collectTightly(new JavaOptions(ManagementFactory.getPlatformMBeanServer()));
            } catch (JMException anotherJava) {
                LOG.log(Level.FINE, "This Java's heap keeps its size.", anotherJava);
                System.gc();
            }
        }
    }

    /**
     * For this one collection only: so little room would make collections frequent when callers
     * have come.
     */
    private static void collectTightly(JavaOptions options) throws JMException {
        String min = options.get(LEAST);
        String max = options.get(MOST);
        try {
            options.set(LEAST, "5");
            options.set(MOST, "10");
            System.gc();
        } finally {
            options.set(MOST, max);
            options.set(LEAST, min);
        }
    }
}
