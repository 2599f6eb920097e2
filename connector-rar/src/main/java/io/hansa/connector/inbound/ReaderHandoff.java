package io.hansa.connector.inbound;

import java.util.concurrent.TimeUnit;

/**
 * Decides which thread reads a connection with many calls in flight: one thread at a time, and none
 * while the maximum is in flight. Then the thread that ends a call reads on. For any number of
 * threads; none waits here.
 */
final class ReaderHandoff {

    private final int max;
    private int underWay;
    private boolean reading = true;
    private boolean over;
    private boolean told;
    private long lastNanos = System.nanoTime();

    /** The thread that begins reads. */
    ReaderHandoff(int max) {
        this.max = max;
    }

    /** The reading thread has got a call; whether another one is to read on beside it. */
    synchronized boolean begun() {
        underWay++;
        reading = underWay < max;
        lastNanos = System.nanoTime();
        return reading;
    }

    /** There is no other thread to read on. */
    synchronized void alone() {
        reading = false;
    }

    /** A call has been dealt with, its reply taken. */
    synchronized void done() {
        underWay--;
        lastNanos = System.nanoTime();
    }

    /** Whether the asking thread is to read from now on. */
    synchronized boolean reads() {
        if (reading || over || underWay >= max) {
            return false;
        }
        reading = true;
        return true;
    }

    /** Nothing will be read any more. */
    synchronized void over() {
        over = true;
        reading = false;
    }

    /** Whether all is done; true to one thread only. */
    synchronized boolean ended() {
        if (told || !over || underWay > 0) {
            return false;
        }
        told = true;
        return true;
    }

    /** For how long no call has been in flight. */
    synchronized long quietMillis() {
        return underWay > 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastNanos);
    }
}
