package io.hansa.connector.tcp;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetFailures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** The shared channel in use, which one caller opens while the others wait for it. */
final class SharedChannels {

    /** Opens a channel within the deadline. */
    interface Opening {
        SharedChannel open(Deadline deadline) throws ExchangeException;
    }

    private final ServerTarget target;
    private final Opening opening;
    private final AtomicReference<CompletableFuture<SharedChannel>> current =
            new AtomicReference<>();

    SharedChannels(ServerTarget target, Opening opening) {
        this.target = target;
        this.opening = opening;
    }

    SharedChannel get(Deadline deadline) throws ExchangeException {
        while (!deadline.passed()) {
            CompletableFuture<SharedChannel> now = current.get();
            if (now == null) {
                CompletableFuture<SharedChannel> mine = new CompletableFuture<>();
                if (current.compareAndSet(null, mine)) {
                    return open(mine, deadline);
                }
            } else {
                SharedChannel channel = await(now, deadline);
                if (channel != null) {
                    return channel;
                }
            }
        }
        throw TargetFailures.timeout(target, false, null);
    }

    /** Uses the channel for nothing new. */
    void drop(SharedChannel channel) {
        CompletableFuture<SharedChannel> now = current.get();
        if (holds(now, channel)) {
            current.compareAndSet(now, null);
        }
    }

    /** Uses the channel again; whether there is no other one by now. */
    boolean restore(SharedChannel channel) {
        return current.compareAndSet(null, CompletableFuture.completedFuture(channel));
    }

    private static boolean holds(CompletableFuture<SharedChannel> now, SharedChannel channel) {
        return now != null
                && now.isDone()
                && !now.isCompletedExceptionally()
                && now.join() == channel;
    }

    private SharedChannel open(CompletableFuture<SharedChannel> mine, Deadline deadline)
            throws ExchangeException {
        try {
            SharedChannel channel = opening.open(deadline);
            mine.complete(channel);
            if (channel.ended()) {
                drop(channel);
            }
            return channel;
        } catch (ExchangeException | RuntimeException e) {
            current.compareAndSet(mine, null);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /**
     * The channel that another caller opens; null where that one ran out of time, which is no news
     * about the server.
     */
    private SharedChannel await(CompletableFuture<SharedChannel> opened, Deadline deadline)
            throws ExchangeException {
        try {
            return opened.get(Math.max(0, deadline.nanosLeft()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw TargetFailures.timeout(target, false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TargetFailures.noConnection(target, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ExchangeException failure
                    && failure.kind() != Kind.TIMEOUT) {
                throw new ExchangeException(failure.kind(), false, failure.getMessage(), failure)
                        .because(failure.reason());
            }
            return null;
        }
    }
}
