package io.hansa.proxy.registration;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ServerReply;
import io.hansa.proxy.document.JsonBounds;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP server's 4xx or 5xx, or its SOAP fault, as a failure that passes the server's status and
 * words on.
 */
final class ServerFault {
    private static final int MOST_BYTES = 64 << 10;

    private ServerFault() {}

    static Failure of(String server, ServerReply reply) {
        return Failure.of(
                        ErrorCode.SERVER_FAULT,
                        Effect.UNKNOWN,
                        reply.fault() == null
                                ? "Server %s answered with status %d."
                                        .formatted(server, reply.status())
                                : "Server %s answered with a fault: %s"
                                        .formatted(server, reply.fault()),
                        null)
                .with("serverStatus", reply.status())
                .with("serverBody", body(reply));
    }

    private static Object body(ServerReply reply) {
        String type = String.valueOf(reply.contentType()).toLowerCase(Locale.ROOT);
        int length = Math.min(reply.payload().length, MOST_BYTES);
        String text = new String(reply.payload(), 0, length, charset(type));
        if (type.contains("json") && length == reply.payload().length) {
            return json(text).map(Object.class::cast).orElse(text);
        }
        return text;
    }

    private static Optional<JsonValue> json(String text) {
        try {
            return JsonText.foreign(text.getBytes(StandardCharsets.UTF_8), JsonBounds.DOCUMENT);
        } catch (JsonBounds.Exceeded tooMuch) {
            return Optional.empty();
        }
    }

    private static Charset charset(String contentType) {
        int at = contentType.indexOf("charset=");
        if (at >= 0) {
            String name = contentType.substring(at + 8).split(";")[0].replace("\"", "").strip();
            try {
                return Charset.forName(name);
            } catch (IllegalArgumentException unknown) {
                return StandardCharsets.UTF_8;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
