package io.hansa.proxy.registration;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.text.ContentCodingException;
import io.hansa.connector.text.ContentCodings;
import io.hansa.connector.text.StatedText;
import io.hansa.connector.text.UnknownCharsetException;
import io.hansa.proxy.assistance.ReplyView;
import io.hansa.proxy.failure.Failure;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Makes the view of a reply that rules see: content codings are removed within {@code
 * maxReplyBytes}, and the text is UTF-8 without a byte order mark.
 */
final class ReplyViews {
    private ReplyViews() {}

    /**
     * @throws Failure SERVER_PROTOCOL_ERROR where a coding is unknown, the data is broken or too
     *     long without its coding, or is no text in the charset that it states
     */
    static ReplyView of(ServerTarget target, ServerReply reply) {
        if (reply.wire() != reply.payload()) {
            return new ReplyView(reply.wire(), reply.payload(), reply.contentType(), target.http());
        }
        byte[] plain = plain(target, reply);
        byte[] utf8 = utf8(target, reply, plain);
        return new ReplyView(
                plain,
                utf8,
                utf8 == plain ? reply.contentType() : StatedText.utf8Type(reply.contentType()),
                target.http());
    }

    private static byte[] plain(ServerTarget target, ServerReply reply) {
        try {
            return ContentCodings.remove(
                    reply.payload(),
                    reply.headers().get("content-encoding"),
                    target.maxReplyBytes());
        } catch (ContentCodingException unreadable) {
            throw unreadable(target, unreadable.getMessage(), unreadable);
        }
    }

    /** Bytes that only look as if they began with a mark are data, and stay what they are. */
    private static byte[] utf8(ServerTarget target, ServerReply reply, byte[] plain) {
        // The type of a framed reply is that of its request, and says nothing of its charset.
        String type = target.http() ? reply.contentType() : null;
        try {
            return StatedText.utf8(plain, type, StandardCharsets.UTF_8);
        } catch (UnknownCharsetException unknown) {
            throw unreadable(target, unknown.getMessage(), unknown);
        } catch (CharacterCodingException notText) {
            if (StatedText.states(type)) {
                throw unreadable(target, "it is no text in the charset that it states", notText);
            }
            return plain;
        }
    }

    private static Failure unreadable(ServerTarget target, String reason, Exception cause) {
        return Failure.of(
                ErrorCode.SERVER_PROTOCOL_ERROR,
                Effect.UNKNOWN,
                "The reply of business server %s cannot be read, as its assist rules demand: %s; correct it there."
                        .formatted(target.id(), reason),
                cause);
    }
}
