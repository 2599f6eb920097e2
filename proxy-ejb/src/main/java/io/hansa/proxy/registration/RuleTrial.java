package io.hansa.proxy.registration;

import io.hansa.connector.ConnectionLimits;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Framing;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.assistance.AssistRule;
import io.hansa.proxy.assistance.AssistRules;
import io.hansa.proxy.assistance.Assistance;
import io.hansa.proxy.assistance.Mismatch;
import io.hansa.proxy.assistance.ReplyView;
import io.hansa.proxy.assistance.UnreadableReply;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonArray;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What assist rules make of a reply: as a request would have it, and why.
 *
 * @param rule the index of the rule that decided; negative where none did
 * @param assistance null unless a rule matched
 * @param reason a sentence
 * @param reasons why the rules before that one did not match, in their order
 */
public record RuleTrial(
        Outcome outcome, int rule, Assistance assistance, String reason, List<String> reasons) {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int MAX_REPLY = 16 << 20;
    private static final int NONE = -1;

    /** What a request would have met. */
    public enum Outcome {
        /** The capability is asked for with the data. */
        MATCHED,
        /** The reply is the result. */
        NOT_MATCHED,
        /** The request fails with {@code server-protocol-error}. */
        UNREADABLE
    }

    public RuleTrial {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param contentType that an HTTP server states; null: a framed server, which states none
     * @throws IllegalArgumentException where a rule is refused
     */
    public static RuleTrial of(JsonArray rules, byte[] reply, String contentType) {
        List<AssistRule> parsed = AssistRules.parse(rules);
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        try {
            ServerReply whole = new ServerReply(200, contentType, Map.of(), reply);
            return of(parsed, ReplyViews.of(target(contentType != null), whole), deadline);
        } catch (Failure noText) {
            return new RuleTrial(Outcome.UNREADABLE, NONE, null, noText.getMessage(), List.of());
        }
    }

    private static RuleTrial of(List<AssistRule> parsed, ReplyView view, long deadline) {
        List<String> reasons = new ArrayList<>();
        for (int index = 0; index < parsed.size(); index++) {
            try {
                Assistance asked = parsed.get(index).match(view, deadline).orElse(null);
                if (asked != null) {
                    return matched(index, asked, reasons);
                }
            } catch (UnreadableReply unreadable) {
                return unreadable(index, unreadable.getMessage(), reasons);
            }
            reasons.add(Mismatch.of(parsed.get(index), view, deadline));
        }
        return new RuleTrial(Outcome.NOT_MATCHED, NONE, null, "The reply is the result.", reasons);
    }

    private static RuleTrial matched(int rule, Assistance asked, List<String> reasons) {
        return Name.isOne(asked.capability())
                ? new RuleTrial(
                        Outcome.MATCHED,
                        rule,
                        asked,
                        "The capability %s is asked for.".formatted(asked.capability()),
                        reasons)
                : unreadable(rule, "the capability that it asks for has no valid name", reasons);
    }

    private static RuleTrial unreadable(int rule, String reason, List<String> reasons) {
        return new RuleTrial(
                Outcome.UNREADABLE,
                rule,
                null,
                "The reply cannot be read by the rule: %s.".formatted(reason),
                reasons);
    }

    /** Nothing is sent there; views differ between HTTP and framed servers. */
    private static ServerTarget target(boolean http) {
        Framing framing = http ? null : new Delimiter(new byte[] {'\n'});
        return new ServerTarget(
                "of this trial",
                URI.create(http ? "http://localhost/" : "tcp://localhost:1"),
                framing,
                null,
                new ConnectionLimits(1, 1, ConnectionLimits.ADAPTERS_IDLE_MILLIS),
                MAX_REPLY,
                null,
                null);
    }
}
