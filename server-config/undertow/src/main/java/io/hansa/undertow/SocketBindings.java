package io.hansa.undertow;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * WildFly's socket bindings by the port that each is bound to, also with a port offset or the port
 * 0. They are MBeans of the subsystem jmx. Without it every listener has the name of its port. Safe
 * for many threads.
 */
final class SocketBindings {
    /** Before the number of a port that no binding has. */
    static final String PORT = "port:";

    private static final System.Logger LOG = System.getLogger(SocketBindings.class.getName());
    private static final String ALL = "jboss.as:socket-binding-group=*,socket-binding=*";
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MBeanServer beans;
    private volatile Map<Integer, String> names = Map.of();
    private long askedAt = System.nanoTime() - PAUSE_NANOS;

    SocketBindings() {
        this(ManagementFactory.getPlatformMBeanServer());
    }

    SocketBindings(MBeanServer beans) {
        this.beans = beans;
    }

    /** The binding's name; the port's where no binding has it. */
    String name(int port) {
        String name = names.get(port);
        return name == null ? askedName(port) : name;
    }

    /**
     * Requests that come over a port that is not known yet wait while one of them asks, so that
     * none of them is refused meanwhile.
     */
    private synchronized String askedName(int port) {
        if (!names.containsKey(port) && System.nanoTime() - askedAt >= PAUSE_NANOS) {
            names = ask();
            askedAt = System.nanoTime();
        }
        return names.getOrDefault(port, PORT + port);
    }

    private Map<Integer, String> ask() {
        Map<Integer, String> bound = new HashMap<>();
        try {
            for (ObjectName binding : beans.queryNames(new ObjectName(ALL), null)) {
                if (beans.getAttribute(binding, "boundPort") instanceof Integer port && port > 0) {
                    bound.put(port, binding.getKeyProperty("socket-binding"));
                }
            }
        } catch (JMException | RuntimeException untold) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "HANSA-7201 The server does not tell to which ports its listeners are bound.",
                    untold);
        }
        return Map.copyOf(bound);
    }
}
