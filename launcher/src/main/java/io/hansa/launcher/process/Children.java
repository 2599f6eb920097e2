package io.hansa.launcher.process;

import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The processes that the launcher started, and only those. With a ledger, each is written down as
 * soon as it runs. Thread-safe: {@link #close} may come from a shutdown hook while others still
 * start; from then on nothing can be started.
 */
public final class Children implements AutoCloseable {

    private final Optional<ProcessLedger> ledger;
    private final List<Child> children = new ArrayList<>();
    private final Guard guard;
    private final Duration patience;
    private boolean closed;

    public Children(Optional<ProcessLedger> ledger) throws IOException {
        this(ledger, Termination.PATIENCE);
    }

    /**
     * @param patience for a process that is told to end, before it is forced
     */
    public Children(Optional<ProcessLedger> ledger, Duration patience) throws IOException {
        this.ledger = ledger;
        this.patience = patience;
        this.guard = new Guard();
    }

    public synchronized Child start(ProcessOrder order) throws IOException {
        requireOpen();
        if (order.log().isPresent()) {
            PrivateFiles.empty(order.log().get());
        }
        return watched(
                new Child(order.name(), order.builder().start(), order.log(), 0, Optional.empty()));
    }

    /**
     * Starts a node whose output is copied into the log, which stays bounded.
     *
     * @param requests gets the node's lines about requests, too
     */
    public synchronized Child start(ProcessOrder order, Path log, OutputStream requests)
            throws IOException {
        requireOpen();
        PrivateFiles.directory(log.getParent());
        long from = Files.exists(log) ? Files.size(log) : 0;
        Process process = order.piped().start();
        Thread copier =
                new Thread(new OutputCopier(process.getInputStream(), log, requests), "output");
        copier.setDaemon(true);
        copier.start();
        return watched(
                new Child(order.name(), process, Optional.of(log), from, Optional.of(copier)));
    }

    /**
     * Ends one of the processes and waits for it, so that it can be started again.
     *
     * @throws LaunchException where it does not end
     */
    public synchronized void end(Child child) throws IOException {
        requireOpen();
        if (!Termination.of(List.of(child.process().toHandle()), patience)) {
            throw new LaunchException(
                    child.name()
                            + " does not end; end it by its pid "
                            + child.process().pid()
                            + ".");
        }
        children.remove(child);
        writeDown();
    }

    private void requireOpen() {
        if (closed) {
            throw new LaunchException("The launcher is stopping; start it again.");
        }
    }

    private Child watched(Child child) throws IOException {
        children.add(child);
        guard.watch(child.process().pid());
        writeDown();
        return child;
    }

    /**
     * Waits until one of the processes ends.
     *
     * @throws LaunchException when it was not asked to end
     */
    public void awaitFirstEnd() throws InterruptedException {
        List<Child> all = all();
        CompletableFuture<?>[] ends =
                all.stream().map(c -> c.process().onExit()).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.anyOf(ends).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        for (Child child : all) {
            if (!child.alive() && !child.wasToldToStop()) {
                throw child.endedItself();
            }
        }
    }

    private synchronized List<Child> all() {
        return List.copyOf(children);
    }

    /** Hands the processes over to the ledger: they keep running when the launcher has ended. */
    public synchronized void release() throws IOException {
        children.removeIf(child -> !child.alive());
        List<ProcessRecord> records = children.stream().map(Child::record).toList();
        if (ledger.isPresent()) {
            ledger.get().write(records);
        }
        children.clear();
        closed = true;
        guard.close();
    }

    /** Ends every process and waits for it; the second call finds nothing to do. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        boolean ended =
                Termination.of(
                        children.stream().map(c -> c.process().toHandle()).toList(), patience);
        guard.close();
        if (!ended) {
            throw new LaunchException("End the processes that are left by their pids: " + pids());
        }
        if (ledger.isPresent()) {
            ledger.get().remove();
        }
    }

    private String pids() {
        return String.join(
                ", ",
                children.stream()
                        .filter(Child::alive)
                        .map(child -> child.name() + " " + child.process().pid())
                        .toList());
    }

    private void writeDown() throws IOException {
        if (ledger.isPresent()) {
            List<ProcessRecord> records = new ArrayList<>();
            records.add(ProcessRecord.launcher());
            children.forEach(child -> records.add(child.record()));
            ledger.get().write(records);
        }
    }
}
