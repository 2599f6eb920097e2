package io.hansa.client.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls and streams that have not ended. One timer serves all of their deadlines. */
final class InFlight {
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();

    void add(Watched one) {
        watched.add(one);
    }

    void remove(Watched one) {
        watched.remove(one);
    }

    boolean isEmpty() {
        return watched.isEmpty();
    }

    int size() {
        return watched.size();
    }

    void tick(long now) {
        for (Watched one : watched) {
            one.watch(now);
        }
    }
}
