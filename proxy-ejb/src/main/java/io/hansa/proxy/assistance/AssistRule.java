package io.hansa.proxy.assistance;

import java.util.Optional;

/**
 * A rule by which a server's reply asks for assistance. A reply of another format does not match.
 * Immutable and safe for many threads.
 */
public sealed interface AssistRule
        permits PrefixRule, JsonRule, RegexRule, BytesRule, UnusableRule {
    /**
     * The assistance that the reply asks for; empty if it does not match this rule. Takes time
     * linear in the reply's length.
     *
     * @param deadlineNanos the {@link System#nanoTime()} after which the result is no longer needed
     * @throws UnreadableReply if the reply matches and its capability or data is missing or cannot
     *     be read, if it cannot be told whether it matches, or if the deadline passes first
     */
    Optional<Assistance> match(ReplyView reply, long deadlineNanos);
}
