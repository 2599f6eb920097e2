package io.hansa.proxy.balancer;

import io.hansa.proxy.protection.NodeAdmission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * A node's weight as HAProxy's agent check reads it: {@code up ready 80%}, or {@code drain} while
 * the node takes no more work. An idle node has its whole weight, and one at its threshold a
 * hundredth of it. It is never zero: a balancer would send nothing where all nodes are full, and
 * each node refuses by itself what it cannot take. Safe for many threads.
 */
@ApplicationScoped
public class Weight {
    private static final int WHOLE = 100;

    private final NodeAdmission node;

    /** For the container's proxy. */
    Weight() {
        this(null);
    }

    @Inject
    Weight(NodeAdmission node) {
        this.node = node;
    }

    /** One line, with its end. */
    public String line() {
        if (node.draining()) {
            return "drain\n";
        }
        double free = 1 - node.smoothedLoad() / node.threshold();
        return "up ready " + Math.min(WHOLE, Math.max(1, Math.round(free * WHOLE))) + "%\n";
    }
}
