package io.hansa.connector.tcp;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests of one connection by their keys, also those that no caller waits for any more. Their
 * replies may still come; until then no other request may have their key.
 */
final class InFlight {

    private final ConcurrentMap<ByteBuffer, Pending> byKey = new ConcurrentHashMap<>();
    private final AtomicInteger abandoned = new AtomicInteger();

    /** Null, or the request that has this key already. */
    Pending add(Pending pending) {
        return byKey.putIfAbsent(pending.key(), pending);
    }

    void remove(Pending pending) {
        byKey.remove(pending.key(), pending);
    }

    /** How many requests no caller waits for, this one included if its reply has not come yet. */
    int abandon(Pending pending) {
        byKey.computeIfPresent(
                pending.key(),
                (key, found) -> {
                    if (found == pending) {
                        pending.abandon();
                        abandoned.incrementAndGet();
                    }
                    return found;
                });
        return abandoned.get();
    }

    /** Removes and returns the request of this key; null where there is none. */
    Pending answered(ByteBuffer key) {
        Pending pending = byKey.remove(key);
        if (pending != null && pending.abandoned()) {
            abandoned.decrementAndGet();
        }
        return pending;
    }

    void failAll(Exception cause) {
        byKey.values().forEach(pending -> pending.fail(cause));
        byKey.clear();
    }
}
