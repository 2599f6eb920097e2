package io.hansa.connector.tcp;

import io.hansa.connector.pool.ChannelRecord;
import io.hansa.connector.pool.DrainLatch;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A connection that many callers use at once. They put requests into a queue. One thread of its own
 * writes them, reads the replies and gives each to the caller whose key it has. A key in use is
 * never given to a second request. A reply without a matching request ends the connection, because
 * its later replies could not be trusted.
 */
final class SharedChannel implements Closeable {

    /** What becomes of a request. */
    enum Entry {
        TAKEN,
        /** Another request with the same key is in flight. */
        DUPLICATE,
        /** This channel takes nothing new; there has to be another one. */
        CLOSED
    }

    private static final Logger LOG = System.getLogger(SharedChannel.class.getName());

    private final Link link;
    private final int maxAbandoned;
    private final InFlight inFlight = new InFlight();
    private final Queue<Pending> outbox = new ConcurrentLinkedQueue<>();
    private final DrainLatch gate = new DrainLatch();
    private final ChannelRecord history = new ChannelRecord();
    private final long opened;
    private volatile boolean replied;
    private volatile long lastReply = System.nanoTime();
    private volatile long idleSince;
    private volatile boolean ended;

    /**
     * @param mostAbandoned requests without a reply that it bears
     * @param now of the clock that tells the age of channels
     */
    SharedChannel(Link link, int maxAbandoned, long now) {
        this.link = link;
        this.maxAbandoned = maxAbandoned;
        this.opened = now;
        this.idleSince = now;
    }

    /** Takes a request; {@link #leave} when its caller does not wait any more. */
    Entry enter(Pending pending) {
        if (history.quarantined() || !gate.enter()) {
            return Entry.CLOSED;
        }
        Pending other = inFlight.add(pending);
        if (other == null && !ended) {
            outbox.add(pending);
            link.readiness().wake();
            return Entry.TAKEN;
        }
        if (other == null) {
            inFlight.remove(pending);
        } else if (other.abandoned()) {
            retire();
            other = null;
        }
        leaveGate();
        return other == null ? Entry.CLOSED : Entry.DUPLICATE;
    }

    void leave(long now) {
        idleSince = now;
        leaveGate();
    }

    /** The caller waited in vain; whether the server may have seen the request. */
    boolean giveUp(Pending pending) {
        boolean sent = abandon(pending);
        if (sent && lastReply - pending.sentNanos() < 0) {
            // Nothing was received since: the other side may be gone without a reset.
            retire();
        }
        return sent;
    }

    /**
     * The caller waits no longer, which says nothing about the server; whether that may have seen
     * the request.
     */
    boolean abandon(Pending pending) {
        if (pending.withdraw()) {
            inFlight.remove(pending);
            return false;
        }
        if (inFlight.abandon(pending) > maxAbandoned) {
            retire();
        }
        return true;
    }

    /** Takes nothing new, and closes when the last caller has left. */
    void retire() {
        history.closing();
        if (gate.shut()) {
            end(new IOException("it was closed while idle"));
        }
    }

    ChannelRecord history() {
        return history;
    }

    InFlight inFlight() {
        return inFlight;
    }

    Queue<Pending> outbox() {
        return outbox;
    }

    Link link() {
        return link;
    }

    void heard() {
        lastReply = System.nanoTime();
        replied = true;
    }

    boolean hasReplied() {
        return replied;
    }

    /** Whether anything came after that {@link System#nanoTime()}. */
    boolean heardSince(long nanos) {
        return lastReply - nanos > 0;
    }

    long opened() {
        return opened;
    }

    long idleSince() {
        return idleSince;
    }

    boolean ended() {
        return ended;
    }

    /** Closes the connection and fails every request in flight on it. */
    void end(Exception cause) {
        ended = true;
        history.closing();
        gate.shut();
        try {
            link.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A channel did not close in order; it is gone all the same.", e);
        }
        inFlight.failAll(cause);
    }

    @Override
    public void close() {
        end(new IOException("the connector closed the connection"));
    }

    private void leaveGate() {
        if (gate.leave()) {
            end(new IOException("it was closed after its last exchange"));
        }
    }
}
