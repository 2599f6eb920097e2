package io.hansa.connector.tcp;

import io.hansa.connector.pool.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Waits until one socket can be read or written, or a deadline passes. It has the selector to
 * itself and keeps it, so that a wait is one system call.
 */
final class Readiness implements Closeable {

    private final Selector selector;
    private final SelectionKey key;

    Readiness(SocketChannel socket) throws IOException {
        selector = Selector.open();
        try {
            key = socket.register(selector, 0);
        } catch (IOException | RuntimeException e) {
            selector.close();
            throw e;
        }
    }

    /**
     * @param operations of {@link SelectionKey}
     * @throws DeadlinePassedException when it did, even if the socket is ready
     */
    void await(int operations, Deadline deadline) throws IOException {
        await(operations, deadline, deadline);
    }

    /**
     * @param operations of {@link SelectionKey}
     * @param patience the moment until which is waited; not after the deadline
     * @return whether the socket is ready; not where the patience ended
     * @throws DeadlinePassedException when it did, even if the socket is ready
     */
    boolean await(int operations, Deadline deadline, Deadline patience) throws IOException {
        try {
            if (key.interestOps() != operations) {
                key.interestOps(operations);
            }
            do {
                long millis = patience.millisLeft();
                if (millis == 0) {
                    if (deadline.millisLeft() == 0) {
                        throw new DeadlinePassedException();
                    }
                    return false;
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("the waiting thread was interrupted");
                }
                selector.select(millis);
            } while (selector.selectedKeys().isEmpty());
            selector.selectedKeys().clear();
            return true;
        } catch (ClosedSelectorException | CancelledKeyException e) {
            IOException closed = new ClosedChannelException();
            closed.initCause(e);
            throw closed;
        }
    }

    /**
     * Waits until the socket is ready, {@link #wake} is called, or the time is over.
     *
     * @param millis 0 for no end
     */
    void awaitOrWake(int operations, long millis) throws IOException {
        try {
            if (key.interestOps() != operations) {
                key.interestOps(operations);
            }
            selector.select(millis);
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException | CancelledKeyException e) {
            IOException closed = new ClosedChannelException();
            closed.initCause(e);
            throw closed;
        }
    }

    /** Ends the wait of {@link #awaitOrWake}, or the next one if there is none now. */
    void wake() {
        selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
