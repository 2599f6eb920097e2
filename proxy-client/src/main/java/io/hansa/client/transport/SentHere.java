package io.hansa.client.transport;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Work of the thread that made this, which another thread may end by an interrupt. That interrupt
 * never reaches the thread outside of the work. The future is not completed where the work was
 * interrupted: who did that goes on without it.
 */
final class SentHere<T> {
    private enum State {
        READY,
        INSIDE,
        INTERRUPTING,
        LEFT
    }

    /** What blocks until there is a result. */
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    private final Work<T> work;
    private final Thread thread = Thread.currentThread();
    private final CompletableFuture<T> reply = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.READY);

    SentHere(Work<T> work) {
        this.work = work;
    }

    CompletableFuture<T> reply() {
        return reply;
    }

    /** Once, by the thread that made this. An interrupt by the program stays set. */
    void perform() {
        if (!state.compareAndSet(State.READY, State.INSIDE)) {
            return;
        }
        try {
            T result = work.run();
            leave(false);
            reply.complete(result);
        } catch (InterruptedException interrupted) {
            leave(true);
        } catch (IOException | RuntimeException failed) {
            leave(false);
            reply.completeExceptionally(failed);
        }
    }

    private void leave(boolean interrupted) {
        if (state.compareAndSet(State.INSIDE, State.LEFT)) {
            if (interrupted) {
                thread.interrupt();
            }
            return;
        }
        while (state.get() != State.LEFT) {
            Thread.onSpinWait();
        }
        Thread.interrupted();
    }

    /**
     * Any thread; the work that is under way ends soon, and work that has not begun never begins.
     */
    void abandon() {
        if (state.compareAndSet(State.INSIDE, State.INTERRUPTING)) {
            thread.interrupt();
            state.set(State.LEFT);
        } else {
            state.compareAndSet(State.READY, State.LEFT);
        }
    }
}
