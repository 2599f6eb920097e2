package io.hansa.proxy.routing;

import io.hansa.proxy.failure.Failure;

/**
 * An errand on its way. One thread after another may wait for it, one at a time. It ends once, by
 * its answer or by a failure; whoever began it waits for that sooner or later.
 */
@FunctionalInterface
public interface PendingReply {
    /** To wait until it has ended. */
    long TO_THE_END = Long.MAX_VALUE;

    /**
     * @param nanos how long is waited. What cannot be left and come back to does not begin before
     *     it is awaited to the end
     * @return null where it has not ended in that time
     * @throws Failure as {@link Destination#send}
     */
    Answer await(long nanos);
}
