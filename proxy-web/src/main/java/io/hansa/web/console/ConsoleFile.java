package io.hansa.web.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** A file of the console, which the build compressed. Immutable. */
final class ConsoleFile {
    private static final Map<String, String> MEDIA_TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "json", "application/json",
                    "svg", "image/svg+xml");

    private final String mediaType;
    private final byte[] compressed;
    private final String tag;

    private ConsoleFile(String mediaType, byte[] compressed) {
        this.mediaType = mediaType;
        this.compressed = compressed;
        this.tag = '"' + UUID.nameUUIDFromBytes(compressed).toString() + '"';
    }

    /**
     * @param name such as {@code app.js}
     */
    static ConsoleFile read(String name) {
        String mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream in = ConsoleFile.class.getResourceAsStream("site/" + name + ".gz")) {
            if (in == null || mediaType == null) {
                throw new IllegalStateException("The build made no file " + name);
            }
            return new ConsoleFile(mediaType, in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String mediaType() {
        return mediaType;
    }

    /** The entity tag, with its quotes. */
    String tag() {
        return tag;
    }

    byte[] compressed() {
        return compressed;
    }

    /** For the rare client that does not take compressed files. */
    byte[] plain() {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
