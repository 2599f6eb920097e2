package io.hansa.connector.adapter;

import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import java.util.ArrayList;
import java.util.List;

/** The container's ear: remembers the ids of what it hears. */
final class Events implements ConnectionEventListener {

    final List<Integer> ids = new ArrayList<>();

    @Override
    public void connectionClosed(ConnectionEvent event) {
        ids.add(event.getId());
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
        ids.add(event.getId());
    }

    @Override
    public void localTransactionStarted(ConnectionEvent event) {
        ids.add(event.getId());
    }

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {
        ids.add(event.getId());
    }

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {
        ids.add(event.getId());
    }
}
