package io.hansa.proxy.registration;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ServerReply;
import io.hansa.proxy.assistance.AssistRule;
import io.hansa.proxy.assistance.Assistance;
import io.hansa.proxy.assistance.ReplyView;
import io.hansa.proxy.assistance.UnreadableReply;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.EndToEndHeaders;
import io.hansa.proxy.message.HeaderNames;

/**
 * Whether a business server's reply asks for help: by its header, or by the first of the server's
 * rules that matches.
 */
final class HelpAsked {
    private HelpAsked() {}

    /**
     * @param headers of the reply that pass on
     * @return null where it does not
     * @throws Failure SERVER_PROTOCOL_ERROR or DEADLINE_EXCEEDED where that cannot be told
     */
    static Assistance by(
            BusinessServer server, ServerReply reply, EndToEndHeaders headers, long deadlineNanos) {
        String header = reply.headers().get("hansa-assist");
        if (header != null && !header.isBlank()) {
            return named(
                    new Assistance(
                            header.strip(),
                            reply.payload(),
                            reply.contentType(),
                            headers.only(HeaderNames::ofData)),
                    server);
        }
        if (server.assist().isEmpty()) {
            return null;
        }
        ReplyView view = ReplyViews.of(server.target(), reply);
        for (AssistRule rule : server.assist()) {
            Assistance asked = asked(rule, server, view, deadlineNanos);
            if (asked != null) {
                return named(asked, server);
            }
        }
        return null;
    }

    private static Assistance asked(
            AssistRule rule, BusinessServer server, ReplyView reply, long deadlineNanos) {
        try {
            return rule.match(reply, deadlineNanos).orElse(null);
        } catch (UnreadableReply unreadable) {
            boolean late = System.nanoTime() - deadlineNanos > 0;
            throw Failure.of(
                    late ? ErrorCode.DEADLINE_EXCEEDED : ErrorCode.SERVER_PROTOCOL_ERROR,
                    Effect.UNKNOWN,
                    "The reply of business server %s cannot be read by its assist rule: %s; correct the rule or the server."
                            .formatted(server.id(), unreadable.getMessage()),
                    unreadable);
        }
    }

    /** What it asks for is passed on in addresses, headers and messages. */
    private static Assistance named(Assistance asked, BusinessServer server) {
        if (Name.isOne(asked.capability())) {
            return asked;
        }
        throw Failure.of(
                ErrorCode.SERVER_PROTOCOL_ERROR,
                Effect.UNKNOWN,
                "Business server %s asks for a capability whose name is no name; give 1 to 100 letters, digits, . _ @ or -."
                        .formatted(server.id()),
                null);
    }
}
