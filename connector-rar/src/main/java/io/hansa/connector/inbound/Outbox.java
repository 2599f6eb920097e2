package io.hansa.connector.inbound;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Replies to one caller, in the order in which they are ready. The thread that adds one while no
 * other thread writes, writes until none is left. Other threads return at once. No lock is held
 * while writing.
 */
final class Outbox {

    private final Consumer<byte[]> wire;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean writing;

    /**
     * @param wire takes a whole frame, and never fails
     */
    Outbox(Consumer<byte[]> wire) {
        this.wire = wire;
    }

    void send(byte[] frame) {
        if (writesItself(frame)) {
            for (byte[] next = frame; next != null; next = next()) {
                wire.accept(next);
            }
        }
    }

    private synchronized boolean writesItself(byte[] frame) {
        if (writing) {
            waiting.add(frame);
            return false;
        }
        writing = true;
        return true;
    }

    private synchronized byte[] next() {
        byte[] next = waiting.poll();
        writing = next != null;
        return next;
    }
}
