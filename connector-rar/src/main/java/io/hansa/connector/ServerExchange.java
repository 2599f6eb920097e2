package io.hansa.connector;

/**
 * An exchange under way. One thread after another may wait for it, one at a time. It ends once, by
 * its reply or by an exception; until then it holds a connection and a place among its target's
 * exchanges, so whoever began it waits for its end sooner or later. The deadline of its request
 * bounds that.
 */
@FunctionalInterface
public interface ServerExchange {

    /** To wait until the exchange has ended. */
    long TO_THE_END = Long.MAX_VALUE;

    /**
     * Waits for the reply. An exchange that cannot be left and come back to, such as one over HTTP,
     * does not begin before it is awaited to the end.
     *
     * @param nanos how long, {@link #TO_THE_END} for as long as it takes
     * @return null where it has not ended in that time
     * @throws ExchangeException as {@link ServerConnection#exchange}
     */
    ServerReply await(long nanos) throws ExchangeException;
}
