package io.hansa.proxy.idempotency;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.DatabaseCalls;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Decides whether a request is the first under its key. A repeat of a request in flight waits for
 * its outcome, at most until its own deadline. Safe for many threads.
 */
public final class IdempotencyService {
    private static final long SETTLING_MILLIS = 5000;
    private static final long FIRST_LOOK_MILLIS = 20;
    private static final long MOST_BETWEEN_LOOKS_MILLIS = 250;

    /** For the answer "not available" there must be time left before the caller's deadline. */
    private static final double SHARE_OF_TIME_LEFT = 0.75;

    private static final long MAX_PATIENCE_MILLIS = 2000;

    /** An outcome that is there does not wait for longer until it is kept. */
    private static final long PATIENCE_FOR_KEEPING_MILLIS = 500;

    private record Name(String caller, String key) {
        static Name of(RequestKey key) {
            return new Name(key.caller(), key.key());
        }
    }

    /**
     * What to do with a request: carry it out under the claim, or answer with the outcome. Exactly
     * one is not null.
     */
    public record Verdict(String claim, Outcome outcome) {}

    private final KeptReplies replies;
    private final Clock clock;
    private final DatabaseCalls calls;
    private final UnrecordedEnds unrecorded;
    private final ConcurrentHashMap<Name, CompletableFuture<Void>> underWay =
            new ConcurrentHashMap<>();

    /** Without a bound for those that wait for the database. */
    public IdempotencyService(KeptReplies replies, Clock clock) {
        this(replies, clock, DatabaseCalls.DIRECT);
    }

    IdempotencyService(KeptReplies replies, Clock clock, DatabaseCalls calls) {
        this.replies = replies;
        this.clock = clock;
        this.calls = calls;
        this.unrecorded = new UnrecordedEnds(replies, this::callSoon);
    }

    /**
     * @param again whether the request may be carried out twice
     * @throws Failure IDEMPOTENCY_KEY_REUSED, or DEADLINE_EXCEEDED where the first is still in
     *     flight then, or REGISTRY_UNAVAILABLE where the database does not answer well before the
     *     deadline
     */
    public Verdict first(RequestKey key, boolean again, long deadlineNanos) {
        String claim = UUID.randomUUID().toString();
        long look = FIRST_LOOK_MILLIS;
        boolean seen = false;
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
            long due = clock.millis() + Math.max(0, left) + SETTLING_MILLIS;
            Optional<FirstRequest> first = begin(key, claim, due, left, seen);
            if (first.isEmpty()) {
                return carriedOut(key, claim);
            }
            FirstRequest earlier = first.get();
            seen = true;
            if (!earlier.fingerprint().equals(key.fingerprint())) {
                throw Failure.of(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED,
                        "This idempotency key stands for other business data; choose a new one.");
            }
            if (earlier.outcome() != null) {
                return new Verdict(null, earlier.outcome());
            }
            UnrecordedEnds.End end = unrecorded.of(key, earlier.claim());
            if (end != null || clock.millis() > earlier.answerDue()) {
                if (!again && (end == null || !end.didNothing())) {
                    return new Verdict(null, Outcome.notKept());
                }
                if (takeOver(key, earlier.claim(), claim, due, left)) {
                    return carriedOut(key, claim);
                }
            }
            if (left <= 0) {
                throw Failure.of(
                        ErrorCode.DEADLINE_EXCEEDED,
                        Effect.UNKNOWN,
                        "The first request under this idempotency key is still under way; ask again.",
                        null);
            }
            await(key, Math.min(look, left));
            look = Math.min(MOST_BETWEEN_LOOKS_MILLIS, look * 2);
        }
    }

    /**
     * The request came out that way, and so will all its repetitions.
     *
     * @throws Failure REGISTRY_UNAVAILABLE if the outcome could not be stored; repetitions are told
     *     REPLY_NOT_KEPT at once
     */
    public void keep(RequestKey key, String claim, Outcome outcome) {
        try {
            callSoon(() -> replies.keep(key, claim, outcome));
        } catch (RuntimeException notStored) {
            unrecorded.add(key, claim, UnrecordedEnds.End.NOT_KEPT);
            throw notStored;
        } finally {
            over(key);
        }
    }

    /**
     * The request did nothing, or may be carried out again: its next repetition counts as the
     * first.
     *
     * @throws Failure REGISTRY_UNAVAILABLE if that could not be stored; on this node the next
     *     repetition counts as the first nevertheless
     */
    public void forget(RequestKey key, String claim) {
        try {
            callSoon(() -> replies.forget(key, claim));
        } catch (RuntimeException notStored) {
            unrecorded.add(key, claim, UnrecordedEnds.End.FORGOTTEN);
            throw notStored;
        } finally {
            over(key);
        }
    }

    /** Stores outcomes that could not be stored before; to be called every second. */
    public void record() {
        unrecorded.record();
    }

    /** Removes expired outcomes. */
    public void maintain() {
        unrecorded.record();
        replies.removeExpired();
    }

    /**
     * @param seen whether the first request under the key was in flight a moment ago, and so may
     *     have acted
     */
    private Optional<FirstRequest> begin(
            RequestKey key, String claim, long due, long left, boolean seen) {
        try {
            return calls.call(
                    patience(left),
                    () -> replies.begin(key, claim, due),
                    () -> unrecorded.add(key, claim, UnrecordedEnds.End.ABANDONED));
        } catch (Failure failure) {
            if (seen && failure.code() == ErrorCode.REGISTRY_UNAVAILABLE) {
                throw Failure.of(failure.code(), Effect.UNKNOWN, failure.getMessage(), failure);
            }
            throw failure;
        }
    }

    private boolean takeOver(RequestKey key, String from, String claim, long due, long left) {
        return calls.call(
                patience(left),
                () -> replies.takeOver(key, from, claim, due),
                () -> unrecorded.add(key, claim, UnrecordedEnds.End.ABANDONED));
    }

    private static long patience(long left) {
        return Math.max(1, Math.min(MAX_PATIENCE_MILLIS, (long) (left * SHARE_OF_TIME_LEFT)));
    }

    private void callSoon(Runnable work) {
        calls.call(
                PATIENCE_FOR_KEEPING_MILLIS,
                () -> {
                    work.run();
                    return null;
                },
                () -> {});
    }

    private Verdict carriedOut(RequestKey key, String claim) {
        underWay.put(Name.of(key), new CompletableFuture<>());
        return new Verdict(claim, null);
    }

    private void over(RequestKey key) {
        CompletableFuture<Void> first = underWay.remove(Name.of(key));
        if (first != null) {
            first.complete(null);
        }
    }

    /** For the first to end where it is on this node, else only for a while. */
    private void await(RequestKey key, long millis) {
        CompletableFuture<Void> first = underWay.get(Name.of(key));
        try {
            (first == null ? new CompletableFuture<Void>() : first)
                    .get(Math.max(1, millis), TimeUnit.MILLISECONDS);
        } catch (TimeoutException lookAgain) {
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Failure.of(ErrorCode.DRAINING, "This node is stopping; ask another.");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
