package io.hansa.connector;

/**
 * One connection to a business server, as an operator sees it.
 *
 * @param id unique among all connections of its target since the adapter's start
 * @param inFlight exchanges on it now
 * @param ageMillis since it was opened
 * @param unusedMillis since an exchange on it began or ended last; its age when there was none
 * @param traceId of the last exchange; null where it had none
 * @param unasked requests of the server's own that came on it, answered or not; 0 unless its
 *     correlation tells requests from replies
 */
public record ChannelStatus(
        String id,
        State state,
        int inFlight,
        long ageMillis,
        long unusedMillis,
        String traceId,
        long unasked) {

    /** What becomes of the connection next. */
    public enum State {
        /** Open and waiting for an exchange. */
        IDLE,
        /** In an exchange. */
        BUSY,
        /** Open, and used for no other exchange until it is released. */
        QUARANTINED,
        /** Closes after the exchanges that are on it. */
        CLOSING
    }
}
