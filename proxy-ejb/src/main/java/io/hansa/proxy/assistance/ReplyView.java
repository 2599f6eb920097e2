package io.hansa.proxy.assistance;

import java.util.Locale;
import java.util.Objects;

/**
 * A reply as rules see it, independent of its content coding, charset and byte order mark. The
 * arrays belong to the reply and are not copied.
 *
 * @param original the data as the server sent it, without its content codings, before transcoding
 * @param utf8 the same data as UTF-8 without a byte order mark; equal to {@code original} where
 *     neither a charset nor a mark says that it is other text
 * @param contentType of {@code utf8}; null if unknown
 * @param stated whether the server itself states the content type, as an HTTP server does; a framed
 *     server's is that of the request
 */
public record ReplyView(byte[] original, byte[] utf8, String contentType, boolean stated) {
    public ReplyView {
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(utf8, "utf8");
    }

    /** Whether the server says that it is JSON (RFC 6839, section 3.1). */
    boolean isJson() {
        if (!stated || contentType == null) {
            return false;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.endsWith("+json");
    }
}
