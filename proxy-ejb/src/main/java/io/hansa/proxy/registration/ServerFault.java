package io.hansa.proxy.registration;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.text.ContentCodingException;
import io.hansa.connector.text.ContentCodings;
import io.hansa.connector.text.StatedText;
import io.hansa.proxy.document.JsonBounds;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonValue;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP server's status that is no result, or its SOAP fault, as a failure that passes the
 * server's status and words on, and when it wants to be asked again.
 */
final class ServerFault {
    private static final int MAX_BYTES = 64 << 10;

    private ServerFault() {}

    static Failure of(ServerTarget server, ServerReply reply) {
        Failure failure =
                Failure.of(ErrorCode.SERVER_FAULT, Effect.UNKNOWN, detail(server.id(), reply), null)
                        .with("serverStatus", reply.status())
                        .with("serverBody", body(server, reply));
        String retryAfter = reply.headers().get("retry-after");
        return retryAfter == null
                ? failure
                : RetryAfter.seconds(retryAfter)
                        .map(seconds -> failure.with("retryAfterSeconds", seconds))
                        .orElse(failure);
    }

    private static String detail(String server, ServerReply reply) {
        if (reply.fault() != null) {
            return "Server %s answered with a fault: %s".formatted(server, reply.fault());
        }
        boolean redirect = reply.status() >= 300 && reply.status() < 400;
        return redirect
                ? "Server %s redirects with status %d; enter the address it means as its endpoint."
                        .formatted(server, reply.status())
                : "Server %s answered with status %d.".formatted(server, reply.status());
    }

    private static Object body(ServerTarget server, ServerReply reply) {
        byte[] utf8;
        try {
            utf8 = readable(server, reply);
        } catch (ContentCodingException unreadable) {
            return "(%d bytes that cannot be shown: %s)"
                    .formatted(reply.payload().length, unreadable.getMessage());
        }
        int length = Math.min(utf8.length, MAX_BYTES);
        String text = new String(utf8, 0, length, StandardCharsets.UTF_8);
        String type = String.valueOf(reply.contentType()).toLowerCase(Locale.ROOT);
        if (type.contains("json") && length == utf8.length) {
            return json(utf8).map(Object.class::cast).orElse(text);
        }
        return text;
    }

    /**
     * For people to read: bytes that are no text in the charset that they state stay as they are.
     */
    private static byte[] readable(ServerTarget server, ServerReply reply)
            throws ContentCodingException {
        byte[] plain =
                ContentCodings.remove(
                        reply.payload(),
                        reply.headers().get("content-encoding"),
                        server.maxReplyBytes());
        try {
            return StatedText.utf8(plain, reply.contentType(), StandardCharsets.UTF_8);
        } catch (CharacterCodingException noSuchText) {
            return plain;
        }
    }

    private static Optional<JsonValue> json(byte[] utf8) {
        try {
            return JsonText.foreign(utf8, JsonBounds.DOCUMENT);
        } catch (JsonBounds.Exceeded tooMuch) {
            return Optional.empty();
        }
    }
}
