package io.hansa.proxy.request;

import io.hansa.proxy.routing.Choice;
import io.hansa.proxy.routing.Destination;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * Whom one request is sent to, one after the other until it is done: servers of this proxy, then peers. Nobody is looked for
 * before it is known that somebody is needed. For one thread at a time.
 */
final class OwnThenPeers implements Iterator<Destination> {
    private final Supplier<Choice> peers;
    private Choice choice;
    private boolean own = true;
    private Destination next;

    OwnThenPeers(Choice own, Supplier<Choice> peers) {
        this.choice = own;
        this.peers = peers;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = choice.next();
        }
        if (next == null && own) {
            own = false;
            choice = peers.get();
            next = choice.next();
        }
        return next != null;
    }

    @Override
    public Destination next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All have been tried.");
        }
        Destination chosen = next;
        next = null;
        return chosen;
    }
}
