package io.hansa.connector;

/**
 * Looks at connections and takes single ones out of use, on this node and until its end. For any
 * number of threads. An exchange that is under way is never disturbed.
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
}
