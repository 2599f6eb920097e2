package io.hansa.proxy.assistance;

import java.util.Objects;

/**
 * A reply as rules see it, whatever its content coding, charset and byte order mark are. The arrays
 * belong to the reply and are not copied.
 *
 * @param original the data as the server sent it, without its content codings, before transcoding
 * @param utf8 the same data as UTF-8 without a byte order mark; equal to {@code original} where
 *     neither a charset nor a mark says that it is other text
 * @param contentType of {@code utf8}; null if unknown
 */
public record ReplyView(byte[] original, byte[] utf8, String contentType) {
    public ReplyView {
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(utf8, "utf8");
    }
}
