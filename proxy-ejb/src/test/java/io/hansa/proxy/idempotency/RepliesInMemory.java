package io.hansa.proxy.idempotency;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Kept for as long as the test lasts. */
public final class RepliesInMemory implements KeptReplies {
    private final Map<String, FirstRequest> first = new ConcurrentHashMap<>();

    private volatile boolean full;

    /** From now on it takes no outcome, until told otherwise. */
    public void full(boolean full) {
        this.full = full;
    }

    @Override
    public Optional<FirstRequest> begin(RequestKey key, String claim, long answerDue) {
        FirstRequest begun = new FirstRequest(key.fingerprint(), claim, answerDue, null);
        return Optional.ofNullable(first.putIfAbsent(name(key), begun));
    }

    @Override
    public boolean takeOver(RequestKey key, String from, String claim, long answerDue) {
        FirstRequest earlier = first.get(name(key));
        return earlier.claim().equals(from)
                && first.replace(
                        name(key),
                        earlier,
                        new FirstRequest(key.fingerprint(), claim, answerDue, null));
    }

    @Override
    public void keep(RequestKey key, String claim, Outcome outcome) {
        refuseWhenFull();
        first.computeIfPresent(
                name(key),
                (name, begun) ->
                        begun.claim().equals(claim)
                                ? new FirstRequest(
                                        begun.fingerprint(), claim, begun.answerDue(), outcome)
                                : begun);
    }

    @Override
    public void forget(RequestKey key, String claim) {
        refuseWhenFull();
        first.computeIfPresent(
                name(key), (name, begun) -> begun.claim().equals(claim) ? null : begun);
    }

    @Override
    public void removeExpired() {
        // Nothing expires within a test.
    }

    /** A node that has died meanwhile had begun the request. */
    public void abandoned(RequestKey key) {
        first.put(name(key), new FirstRequest(key.fingerprint(), "dead", 0, null));
    }

    /** Claims whose request has no outcome yet. */
    public long unanswered() {
        return first.values().stream().filter(begun -> begun.outcome() == null).count();
    }

    private void refuseWhenFull() {
        if (full) {
            throw Failure.of(ErrorCode.INTERNAL_ERROR, "The disk is full.");
        }
    }

    private static String name(RequestKey key) {
        return key.caller() + " " + key.key();
    }
}
