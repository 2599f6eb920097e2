package io.hansa.proxy.pipeline;

import io.hansa.proxy.routing.Choice;
import io.hansa.proxy.routing.Destination;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * The targets of one request, one after the other until it is done: servers of this proxy, then
 * peers. Peers are looked up only when no own server is left. For one thread at a time.
 */
final class OwnThenPeers implements Iterator<Destination> {
    private final Supplier<List<Choice>> peers;
    private Choice choice;
    private Iterator<Choice> others;
    private Destination next;

    /**
     * @param peers gives those that are asked first before those that are asked last
     */
    OwnThenPeers(Choice own, Supplier<List<Choice>> peers) {
        this.choice = own;
        this.peers = peers;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = choice.next();
        }
        while (next == null && (others == null || others.hasNext())) {
            if (others == null) {
                others = peers.get().iterator();
            } else {
                choice = others.next();
                next = choice.next();
            }
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
