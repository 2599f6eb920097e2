package io.hansa.proxy.assistance;

import io.hansa.connector.ServerReply;
import java.util.Optional;

/**
 * One way in which a server's reply asks for help; immutable and safe for many threads. A reply
 * that is not of the rule's sort, such as broken JSON, simply does not match. (CONTRACT.md, assist)
 */
public sealed interface AssistRule
        permits PrefixRule, JsonRule, RegexRule, BytesRule, UnusableRule {
    /**
     * What the reply asks for, or empty where it does not ask by this rule. Takes time linear to
     * the reply's length.
     *
     * @param deadlineNanos the {@link System#nanoTime()} after which nobody wants the answer
     * @throws UnreadableReply where the reply goes beyond what a rule reads, or the deadline passes
     *     before it is read
     */
    Optional<Assistance> match(ServerReply reply, long deadlineNanos);
}
