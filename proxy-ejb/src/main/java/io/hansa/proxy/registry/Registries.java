package io.hansa.proxy.registry;

import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Holds the registry in force. Reading is one volatile read; replacing it tells the listeners. */
@Vetoed
public final class Registries {
    private final List<Consumer<Registry>> listeners = new CopyOnWriteArrayList<>();
    private volatile Registry current = Registry.EMPTY;

    /** The registry in force; a request reads it once and keeps to it. */
    public Registry current() {
        return current;
    }

    /** Calls the listener after each replacement, on the replacing thread. */
    public void onReplaced(Consumer<Registry> listener) {
        listeners.add(listener);
    }

    /** Puts a newer registry in force; an older one than that in force is ignored. */
    public synchronized void replace(Registry newer) {
        if (newer.revision() >= current.revision()) {
            put(newer);
        }
    }

    /**
     * Puts a registry in force whose revision may be older, because the database has no newer one
     * any more.
     */
    synchronized void goBackTo(Registry stored) {
        put(stored);
    }

    private void put(Registry registry) {
        current = registry;
        listeners.forEach(listener -> listener.accept(registry));
    }
}
