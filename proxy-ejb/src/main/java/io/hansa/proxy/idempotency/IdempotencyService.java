package io.hansa.proxy.idempotency;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
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
    private final UnrecordedEnds unrecorded;
    private final ConcurrentHashMap<Name, CompletableFuture<Void>> underWay =
            new ConcurrentHashMap<>();

    public IdempotencyService(KeptReplies replies, Clock clock) {
        this.replies = replies;
        this.clock = clock;
        this.unrecorded = new UnrecordedEnds(replies);
    }

    /**
     * @param again whether the request may be carried out twice
     * @throws Failure IDEMPOTENCY_KEY_REUSED, or DEADLINE_EXCEEDED where the first is still in
     *     flight then
     */
    public Verdict first(RequestKey key, boolean again, long deadlineNanos) {
        String claim = UUID.randomUUID().toString();
        long look = FIRST_LOOK_MILLIS;
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
            long due = clock.millis() + Math.max(0, left) + SETTLING_MILLIS;
            Optional<FirstRequest> first = replies.begin(key, claim, due);
            if (first.isEmpty()) {
                return carriedOut(key, claim);
            }
            FirstRequest earlier = first.get();
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
                if (!again && end != UnrecordedEnds.End.FORGOTTEN) {
                    return new Verdict(null, Outcome.notKept());
                }
                if (replies.takeOver(key, earlier.claim(), claim, due)) {
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
            replies.keep(key, claim, outcome);
        } catch (RuntimeException notStored) {
            unrecorded.add(key, claim, UnrecordedEnds.End.NOT_KEPT);
            unrecorded.record();
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
            replies.forget(key, claim);
        } catch (RuntimeException notStored) {
            unrecorded.add(key, claim, UnrecordedEnds.End.FORGOTTEN);
            throw notStored;
        } finally {
            over(key);
        }
    }

    /** Stores outcomes that could not be stored before, and removes expired ones. */
    public void maintain() {
        unrecorded.record();
        replies.removeExpired();
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
