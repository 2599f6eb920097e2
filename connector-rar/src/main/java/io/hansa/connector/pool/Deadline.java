package io.hansa.connector.pool;

import java.util.concurrent.TimeUnit;

/** A moment of {@link System#nanoTime()}. */
public record Deadline(long nanos) {

    public static Deadline inMillis(long millis) {
        return new Deadline(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    public long nanosLeft() {
        return nanos - System.nanoTime();
    }

    public boolean passed() {
        return nanosLeft() <= 0;
    }

    /** The time left, rounded up, so that who waits so long does not wake before the deadline. */
    public long millisLeft() {
        long left = nanosLeft();
        return left <= 0 ? 0 : (left - 1) / 1_000_000 + 1;
    }

    public Deadline earlier(Deadline other) {
        return nanos - other.nanos <= 0 ? this : other;
    }
}
