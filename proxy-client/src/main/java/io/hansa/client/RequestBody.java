package io.hansa.client;

import io.hansa.client.transport.Payload;
import io.hansa.client.transport.Payloads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The business data of one call. Data that can be read again may be sent again where that is safe;
 * data that can be read only once is sent again only while nothing of it was read.
 */
public final class RequestBody {
    private final Payload payload;

    private RequestBody(Payload payload) {
        this.payload = payload;
    }

    /** Data in memory. The array is not copied and must not be changed before the call ends. */
    public static RequestBody of(byte[] data) {
        return new RequestBody(Payloads.bytes(data));
    }

    /** Text, sent in UTF-8. */
    public static RequestBody of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A file, which is streamed.
     *
     * @throws UncheckedIOException where its length cannot be read
     */
    public static RequestBody of(Path file) {
        try {
            long length = Files.size(file);
            return length == 0
                    ? of(new byte[0])
                    : new RequestBody(Payloads.stream(() -> open(file), false, length));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A stream that each attempt opens from its beginning. The client closes it.
     *
     * @param source gives a new stream each time
     */
    public static RequestBody of(Supplier<InputStream> source) {
        return new RequestBody(Payloads.stream(source, false, -1));
    }

    /** A stream that can be read only once. The client closes it when it has read it. */
    public static RequestBody once(InputStream stream) {
        return new RequestBody(Payloads.stream(() -> stream, true, -1));
    }

    Payload payload() {
        return payload;
    }
}
