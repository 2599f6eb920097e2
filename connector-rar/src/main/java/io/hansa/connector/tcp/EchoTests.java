package io.hansa.connector.tcp;

import io.hansa.connector.pool.Deadline;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Echoes asked of idle channels side by side, so that many dead ones cost the time of one. The
 * first channel that answers is taken. The others are looked at again later, by {@link #settle}.
 * For any number of threads; each channel belongs to one of them at a time.
 */
final class EchoTests {

    private static final long LOOK_MILLIS = 2;

    private record Test(PooledChannel pooled, Deadline until) {}

    private final Probing echo;
    private final Consumer<PooledChannel> passed;
    private final Queue<Test> unsettled = new ConcurrentLinkedQueue<>();

    /**
     * @param passed takes a channel that has answered and that no caller waits for
     */
    EchoTests(Probing echo, Consumer<PooledChannel> passed) {
        this.echo = echo;
        this.passed = passed;
    }

    /** The first channel that answers; null where none does before the deadline. */
    PooledChannel first(Collection<PooledChannel> candidates, Deadline until) {
        Deque<Test> tests = new ArrayDeque<>(candidates.size());
        for (PooledChannel pooled : candidates) {
            if (begun(pooled)) {
                tests.add(new Test(pooled, until));
            }
        }
        try {
            while (!tests.isEmpty() && !Thread.currentThread().isInterrupted()) {
                PooledChannel alive = look(tests);
                if (alive != null) {
                    return alive;
                }
                waitFor(tests.peek());
            }
            return null;
        } finally {
            unsettled.addAll(tests);
        }
    }

    /** Checks each test that no thread waits for. Never waits. */
    void settle() {
        for (int left = unsettled.size(); left > 0; left--) {
            Test test = unsettled.poll();
            if (test == null) {
                return;
            }
            switch (outcome(test)) {
                case PASSED -> passed.accept(test.pooled);
                case FAILED -> test.pooled.destroy();
                case OPEN -> unsettled.add(test);
            }
        }
    }

    boolean unsettled() {
        return !unsettled.isEmpty();
    }

    /** Ends all tests, and their channels with them. */
    void close() {
        Test test = unsettled.poll();
        while (test != null) {
            test.pooled.destroy();
            test = unsettled.poll();
        }
    }

    private boolean begun(PooledChannel pooled) {
        try {
            echo.begin(pooled.channel());
            return true;
        } catch (IOException e) {
            pooled.destroy();
            return false;
        }
    }

    private PooledChannel look(Deque<Test> tests) {
        for (int left = tests.size(); left > 0; left--) {
            Test test = tests.poll();
            switch (outcome(test)) {
                case PASSED -> {
                    return test.pooled;
                }
                case FAILED -> test.pooled.destroy();
                case OPEN -> tests.add(test);
            }
        }
        return null;
    }

    private enum Outcome {
        PASSED,
        FAILED,
        OPEN
    }

    private Outcome outcome(Test test) {
        try {
            if (echo.passed(test.pooled.channel())) {
                return Outcome.PASSED;
            }
            return test.until.passed() ? Outcome.FAILED : Outcome.OPEN;
        } catch (IOException e) {
            return Outcome.FAILED;
        }
    }

    /** A short time, because the other channels may answer first. */
    private static void waitFor(Test test) {
        if (test == null) {
            return;
        }
        try {
            test.pooled.channel().idle(Deadline.inMillis(LOOK_MILLIS));
        } catch (IOException e) {
            // Time is over or the channel is broken: the next look tells which.
            return;
        }
    }
}
