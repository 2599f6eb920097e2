package io.hansa.proxy.protection;

import io.hansa.proxy.capability.Capability.RateLimit;

/** The permits that all nodes of a proxy draw on together. */
public interface SharedPermits {
    /**
     * Notes what this node has let through.
     *
     * @param name of what is limited
     * @param taken since the last time, 0 or more
     * @return what is left for all nodes; less than 0 where they took more than there was
     */
    long settle(String name, RateLimit limit, long taken);
}
