package io.hansa.proxy.registry;

import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Holds the registry in force. Reading is one volatile read; replacing it tells the listeners. */
@Vetoed
public final class Registries {
    private final List<Consumer<Registry>> listeners = new CopyOnWriteArrayList<>();
    private volatile Registry current = Registry.EMPTY;
    private volatile HeldRevision held;

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

    /** The revision of the database that is not in force, because it may be a loss. */
    public Optional<HeldRevision> held() {
        return Optional.ofNullable(held);
    }

    /**
     * Holds a revision of the database.
     *
     * @param expected the registry that was in force when the revision was looked at
     * @param goesOn the same with what this proxy itself changed since; its revision may be older
     * @return false where another registry came into force meanwhile
     */
    synchronized boolean hold(Registry expected, Registry goesOn, HeldRevision why) {
        if (current != expected) {
            return false;
        }
        held = why;
        put(goesOn);
        return true;
    }

    /**
     * Ends holding: what the database has is in force.
     *
     * @param expected the registry that was in force when the database was read
     */
    synchronized void release(Registry expected, Registry stored) {
        if (current == expected) {
            held = null;
            put(stored);
        }
    }

    private void put(Registry registry) {
        current = registry;
        listeners.forEach(listener -> listener.accept(registry));
    }
}
