package io.hansa.proxy.assistance;

import jakarta.json.JsonArray;
import java.util.Optional;

/**
 * Replaces the rules of a server's entry that an earlier version accepted and this version refuses.
 * The server gets no requests until an administrator has corrected the entry. The entry still shows
 * the original rules.
 *
 * @param written the rules as stored in the registry
 * @param reason why this version refuses them
 */
public record UnusableRule(JsonArray written, String reason) implements AssistRule {
    @Override
    public Optional<Assistance> match(ReplyView reply, long deadlineNanos) {
        throw new UnreadableReply(reason);
    }
}
