package io.hansa.proxy.idempotency;

/**
 * What is known of the first request under a key.
 *
 * @param claim who carries it out; changes when another takes over
 * @param answerDue milliseconds since 1970 after which no outcome can come any more
 * @param outcome null while there is none
 */
public record FirstRequest(String fingerprint, String claim, long answerDue, Outcome outcome) {}
