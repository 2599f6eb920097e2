package io.hansa.proxy.assistance;

import io.hansa.connector.ServerReply;
import java.util.Optional;

/**
 * One way in which a server's reply asks for help; immutable and safe for many threads. A reply that
 * it cannot read, such as broken JSON, simply does not match. (CONTRACT.md, assist)
 */
public sealed interface AssistRule permits PrefixRule, JsonRule, RegexRule, BytesRule {
    /** What the reply asks for, or empty where it does not ask by this rule. */
    Optional<Assistance> match(ServerReply reply);
}
