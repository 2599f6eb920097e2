package io.hansa.connector.pool;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import java.util.List;

/** The channels of one target. For any number of threads. */
public interface TargetPool extends AutoCloseable {

    /** One exchange on a channel of this pool. */
    PendingReply<ServerReply, ExchangeException> begin(ServerRequest request)
            throws ExchangeException;

    /** The same, awaited to its end. */
    default ServerReply exchange(ServerRequest request) throws ExchangeException {
        return begin(request).await(PendingReply.TO_THE_END);
    }

    /**
     * Opens a channel where there is none, so that the next exchange finds one; nothing where
     * channels do not outlive an exchange, or belong to HTTP.
     *
     * @throws ExchangeException where none can be opened in time
     */
    void warm(Deadline deadline) throws ExchangeException;

    /** The open channels. */
    List<ChannelStatus> channels();

    /** Keeps a channel from other exchanges; whether there is such a one. */
    boolean quarantine(String channelId);

    /** Takes a channel back into use; whether there is such a one in quarantine. */
    boolean release(String channelId);

    /** Asks in the background whether the target's name has other addresses by now. */
    void refreshAddresses();

    /** Closes channels that have been idle or alive for too long. */
    void closeExpired();

    /** Closes idle channels now and each other one when its exchange ends. */
    void drain();

    /** Closes all channels, those in use as well: their exchanges fail. */
    @Override
    void close();
}
