package io.hansa.proxy.idempotency;

import java.util.Optional;

/**
 * The requests under keys and what came of them, for all nodes of the proxy. Safe for many threads;
 * each call is one short transaction of its own. Every method fails with REGISTRY_UNAVAILABLE where
 * the database cannot be asked.
 */
public interface KeptReplies {
    /**
     * Notes that the request begins.
     *
     * @return empty where it is the first under its key; otherwise the first
     * @throws io.hansa.proxy.failure.Failure RATE_LIMITED where it is new and the caller has as
     *     many keys as it may have
     */
    Optional<FirstRequest> begin(RequestKey key, String claim, long answerDue);

    /**
     * Takes over a key that another node left without an outcome; false where another node was
     * faster.
     */
    boolean takeOver(RequestKey key, String from, String claim, long answerDue);

    /**
     * Keeps the outcome for repeats. Where the caller's quota is used up, keeps only that there was
     * one.
     */
    void keep(RequestKey key, String claim, Outcome outcome);

    /** Forgets the request, which may then be made again. */
    void forget(RequestKey key, String claim);

    /** Removes expired replies, and counts the remaining ones of each caller. */
    void removeExpired();
}
