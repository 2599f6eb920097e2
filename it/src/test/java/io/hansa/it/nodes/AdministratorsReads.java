package io.hansa.it.nodes;

import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What administrators read of the database, one after the other without waiting. */
final class AdministratorsReads implements AutoCloseable {
    private static final List<String> PATHS =
            List.of(
                    "/accounts",
                    "/accounts?sort=-changedAt",
                    "/accounts/admin",
                    "/audit",
                    "/export",
                    "/permissions/unused",
                    "/audit/verify");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final ProxySystem proxy;

    AdministratorsReads(ProxySystem proxy) {
        this.proxy = proxy;
    }

    CompletableFuture<Timed> next() {
        String path = PATHS.get(asked.getAndIncrement() % PATHS.size());
        return Timed.of(CompletableFuture.supplyAsync(() -> get(path), threads));
    }

    private Reply get(String path) {
        try {
            return proxy.administration().get(path);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
