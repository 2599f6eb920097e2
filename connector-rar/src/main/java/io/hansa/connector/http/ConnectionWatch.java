package io.hansa.connector.http;

import io.hansa.connector.ChannelStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open connections of one target, which the library's pool does not tell. For any number of
 * threads.
 */
final class ConnectionWatch {

    private final Set<GuardedConnection> open = ConcurrentHashMap.newKeySet();

    void opened(GuardedConnection connection) {
        open.add(connection);
    }

    void closed(GuardedConnection connection) {
        open.remove(connection);
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
