package io.hansa.proxy.registration;

import io.hansa.connector.ServerTarget;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Closes the connections to a business server that was removed or disabled, or whose entry says
 * something else of how it is reached. Safe for many threads.
 */
public final class FormerServers {
    private final Exchanges exchanges;
    private final Executor executor;
    private Map<String, ServerTarget> targets = Map.of();

    public FormerServers(Exchanges exchanges, Executor executor) {
        this.exchanges = exchanges;
        this.executor = executor;
    }

    /**
     * Returns at once.
     *
     * @param servers that are asked from now on
     */
    public synchronized void replace(Collection<List<BusinessServer>> servers) {
        Map<String, ServerTarget> now = new HashMap<>();
        servers.forEach(some -> some.forEach(one -> now.put(one.id(), one.target())));
        List<String> former =
                targets.entrySet().stream()
                        .filter(before -> !before.getValue().equals(now.get(before.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
        targets = now;
        if (!former.isEmpty()) {
            executor.execute(() -> former.forEach(exchanges::forget));
        }
    }
}
