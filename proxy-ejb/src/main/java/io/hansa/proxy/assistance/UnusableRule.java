package io.hansa.proxy.assistance;

import io.hansa.connector.ServerReply;
import jakarta.json.JsonArray;
import java.util.Optional;

/**
 * Stands for the rules of a server's entry that an earlier version took and this one refuses. The
 * server gets no work until an administrator has corrected its entry, which shows the rules as they
 * were written.
 *
 * @param written the rules as they stand in the registry
 * @param reason why they are refused
 */
public record UnusableRule(JsonArray written, String reason) implements AssistRule {
    @Override
    public Optional<Assistance> match(ServerReply reply, long deadlineNanos) {
        throw new UnreadableReply(reason);
    }
}
