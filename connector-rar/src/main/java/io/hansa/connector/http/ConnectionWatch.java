package io.hansa.connector.http;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.pool.ChannelRecord;
import io.hansa.connector.pool.TargetAddresses;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open connections of one target, which the library's pool does not tell, and which of them it
 * must not give to a request. For any number of threads.
 */
final class ConnectionWatch {

    /** A request that may have any connection. */
    static final long ANY = Long.MAX_VALUE;

    /** A request that may have a fresh connection only. */
    static final long FRESH = -1;

    private final Set<GuardedConnection> open = ConcurrentHashMap.newKeySet();

    /**
     * The library leases a connection on the thread of the request and does not say which request
     * that is for.
     */
    private final ThreadLocal<Long> maxIdleNanos = new ThreadLocal<>();

    private final TargetAddresses addresses;

    ConnectionWatch(TargetAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * The request of this thread takes connections that have been idle for so long only, until
     * {@link #leased}.
     */
    void leasing(long nanos) {
        if (nanos != ANY) {
            maxIdleNanos.set(nanos);
        }
    }

    void leased() {
        maxIdleNanos.remove();
    }

    /** Whether the request of this thread must not have the connection. */
    boolean refuses(ChannelRecord history, SocketAddress remote) {
        Long maxIdle = maxIdleNanos.get();
        return history.quarantined()
                || maxIdle != null && history.unusedNanos() > maxIdle
                || remote instanceof InetSocketAddress to && addresses.outdated(to.getAddress());
    }

    void opened(GuardedConnection connection) {
        open.add(connection);
    }

    void closed(GuardedConnection connection) {
        open.remove(connection);
    }

    boolean none() {
        return open.isEmpty();
    }

    List<ChannelStatus> channels() {
        return open.stream().map(connection -> connection.history().status()).toList();
    }

    /** The connection counts as stale from now on: instead of being used again it is closed. */
    boolean quarantine(String id) {
        Optional<GuardedConnection> found = find(id);
        found.ifPresent(connection -> connection.history().quarantine(true));
        return found.isPresent();
    }

    boolean release(String id) {
        Optional<GuardedConnection> found = find(id).filter(c -> c.history().quarantined());
        found.ifPresent(connection -> connection.history().quarantine(false));
        return found.isPresent();
    }

    private Optional<GuardedConnection> find(String id) {
        return open.stream().filter(c -> c.history().id().equals(id)).findAny();
    }
}
