package io.hansa.connector;

/**
 * Looks at connections and takes single ones out of use, on this node and until its end. For any
 * number of threads. An exchange that is in flight is never disturbed.
 */
public interface ConnectionDoctor {

    /** The connections of a target; none where it is not known or has not been used. */
    TargetStatus examine(String targetId);

    /** Gives the connection no other exchange; whether there is such a one. */
    boolean quarantine(String targetId, String channelId);

    /** Takes it back into use; whether there is such a one in quarantine. */
    boolean release(String targetId, String channelId);

    /** Gives the target no exchange: each is refused with nothing sent. */
    void quarantine(String targetId);

    /** Whether the target was in quarantine. */
    boolean release(String targetId);

    /**
     * The target is not asked any more: closes its idle connections now, and each other one when
     * its exchange ends. An exchange that begins later opens a new one.
     */
    void forget(String targetId);

    /**
     * Opens a connection that is used for nothing else, signs on where the framing says so, and
     * closes it. Also to a target in quarantine.
     *
     * @param deadlineNanos the {@link System#nanoTime()} after which it is given up; the target's
     *     own time to connect bounds it, too
     */
    RecordedExchange tryConnection(ServerTarget target, long deadlineNanos);

    /**
     * Makes one exchange to be looked at, also with a target in quarantine. A framed target gets a
     * connection of its own for it. An HTTP target takes it as every other exchange.
     */
    RecordedExchange tryExchange(ServerTarget target, ServerRequest request);

    /**
     * Asks an HTTP target by GET, on a connection of its own, and reads no further than the status.
     *
     * @param path of the endpoint's authority, with its query
     * @param deadlineNanos as for {@link #tryConnection}
     * @return with the status in the reply
     */
    RecordedExchange tryGet(ServerTarget target, String path, long deadlineNanos);
}
