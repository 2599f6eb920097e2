package io.hansa.proxy.registration;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ServerReply;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.message.EndToEndHeaders;
import io.hansa.proxy.message.HeaderNames;
import io.hansa.proxy.message.HeaderRules;
import io.hansa.proxy.message.ReplyHead;
import io.hansa.proxy.routing.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes the answer of what one business server replied. Safe for many threads. */
final class ServerAnswers {
    private static final byte[] NOTHING = {};

    private final String name;
    private final BusinessServer server;
    private final HeaderRules rules;
    private final Predicate<String> passing;

    ServerAnswers(String proxy, BusinessServer server) {
        this.name = proxy + "/" + server.id();
        this.server = server;
        this.rules = server.http().headers();
        this.passing = rules.ofReply();
    }

    /**
     * @throws Failure SERVER_FAULT where it is no result, SERVER_PROTOCOL_ERROR where it cannot be
     *     passed on or read
     */
    Answer of(ServerReply reply, List<String> path, long deadlineNanos) {
        if (reply.fault() != null || !ReplyHead.isResult(reply.status())) {
            throw ServerFault.of(server.target(), reply);
        }
        ReplyHead head = ReplyHead.of(reply.status(), headers(reply.headers()));
        return new Answer(
                head.withoutBody() ? NOTHING : reply.payload(),
                reply.contentType(),
                name,
                path,
                HelpAsked.by(server, reply, head.headers(), deadlineNanos),
                head);
    }

    private EndToEndHeaders headers(Map<String, String> came) {
        if (came.isEmpty()) {
            return EndToEndHeaders.NONE;
        }
        String connection = came.get("connection");
        try {
            return EndToEndHeaders.of(
                    came,
                    name ->
                            passing.test(name)
                                    && !HeaderNames.never(name)
                                    && !HeaderNames.ofConnection(connection, name),
                    rules::spelled);
        } catch (IllegalArgumentException refused) {
            throw Failure.of(
                    ErrorCode.SERVER_PROTOCOL_ERROR,
                    Effect.UNKNOWN,
                    "The reply of business server %s cannot be passed on: %s; correct it there, or leave headers out in its entry."
                            .formatted(server.id(), refused.getMessage()),
                    refused);
        }
    }
}
