package io.hansa.undertow;

import io.hansa.http.requeue.WorkerAffinity;
import io.undertow.server.ServerConnection;

/**
 * What a worker does for one connection until it leaves it: what was queued, and then the requests
 * that it stayed for. Runs once, on one worker.
 */
final class ConnectionTask implements Runnable {
    private final WorkerAffinity affinity;
    private final ThreadLocal<ConnectionTask> current;
    private final ServerConnection connection;
    private Runnable next;
    private int inARow;

    /**
     * @param current the task of each worker while it runs
     */
    ConnectionTask(
            WorkerAffinity affinity,
            ThreadLocal<ConnectionTask> current,
            ServerConnection connection,
            Runnable first) {
        this.affinity = affinity;
        this.current = current;
        this.connection = connection;
        this.next = first;
    }

    /** Whether the worker could stay with that connection. */
    boolean isFreeFor(ServerConnection other) {
        return connection == other && next == null;
    }

    /** How many requests the worker has stayed for. */
    int inARow() {
        return inARow;
    }

    void stayFor(NextRequest request) {
        inARow++;
        next = () -> request.awaitAndRead(affinity);
    }

    @Override
    public void run() {
        affinity.started();
        current.set(this);
        try {
            while (next != null) {
                runNext();
            }
        } finally {
            current.remove();
            if (next != null) { // an exception, and the connection must still be read
                runNext();
            }
        }
    }

    private void runNext() {
        Runnable now = next;
        next = null;
        now.run();
    }
}
