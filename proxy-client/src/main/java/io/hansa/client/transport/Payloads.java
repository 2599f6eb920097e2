package io.hansa.client.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The sorts of business data. */
public final class Payloads {
    private Payloads() {}

    /** Data in memory; the array is not copied. */
    public static Payload bytes(byte[] data) {
        return new Bytes(data);
    }

    /**
     * @param once whether it can be opened only once
     * @param length in bytes; negative where it is not known
     */
    public static Payload stream(Supplier<InputStream> source, boolean once, long length) {
        return new Streamed(source, once, length, new AtomicBoolean());
    }

    private record Bytes(byte[] data) implements Payload {
        @Override
        public boolean readable() {
            return true;
        }

        @Override
        public BodyPublisher publisher() {
            return BodyPublishers.ofByteArray(data);
        }

        @Override
        public byte[] bytes() {
            return data;
        }
    }

    private record Streamed(
            Supplier<InputStream> source, boolean once, long length, AtomicBoolean opened)
            implements Payload {
        @Override
        public boolean readable() {
            return !once || !opened.get();
        }

        @Override
        public BodyPublisher publisher() {
            BodyPublisher unknown = BodyPublishers.ofInputStream(this::open);
            return length < 0
                    ? unknown
                    : BodyPublishers.fromPublisher(unknown, Math.max(1, length));
        }

        private InputStream open() {
            opened.set(true);
            return source.get();
        }

        @Override
        public byte[] bytes() throws IOException {
            try (InputStream data = open()) {
                return data.readAllBytes();
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            }
        }
    }
}
