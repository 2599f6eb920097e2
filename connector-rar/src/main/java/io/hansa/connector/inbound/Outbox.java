package io.hansa.connector.inbound;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Replies on their way to one caller, in the order in which they are ready. Whoever brings one while nobody writes, writes
 * until none is left; others go on at once. No lock is held meanwhile.
 */
final class Outbox {

    private final CallStream stream;
    private final Turns turns;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean writing;

    Outbox(CallStream stream, Turns turns) {
        this.stream = stream;
        this.turns = turns;
    }

    void send(byte[] frame) {
        if (writesItself(frame)) {
            for (byte[] next = frame; next != null; next = next()) {
                write(next);
            }
        }
    }

    private void write(byte[] frame) {
        try {
            stream.write(frame);
        } catch (IOException | RuntimeException e) {
            stream.fail(e);
        } finally {
            turns.done();
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
