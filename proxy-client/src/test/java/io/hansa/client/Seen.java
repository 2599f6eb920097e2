package io.hansa.client;

import io.hansa.client.listener.ClientListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a client told. For many threads. */
final class Seen implements ClientListener {
    final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    final List<Completion> completions = new CopyOnWriteArrayList<>();
    final List<ProxyChange> changes = new CopyOnWriteArrayList<>();

    @Override
    public void attempted(Attempt attempt) {
        attempts.add(attempt);
    }

    @Override
    public void completed(Completion completion) {
        completions.add(completion);
    }

    @Override
    public void proxyChanged(ProxyChange change) {
        changes.add(change);
    }

    long count(ProxyChange.State state) {
        return changes.stream().filter(change -> change.state() == state).count();
    }

    boolean saw(ProxyChange.State state, java.net.URI proxy) {
        return changes.stream()
                .anyMatch(change -> change.state() == state && change.proxy().equals(proxy));
    }
}
