package io.hansa.it.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Four bytes of length, big-endian, not counting themselves, then the message. */
public final class LengthPrefixWire implements Wire {
    static final int PREFIX_BYTES = 4;

    @Override
    public Optional<byte[]> read(DataInputStream in) throws IOException {
        try {
            return Optional.of(in.readNBytes(in.readInt()));
        } catch (EOFException ended) {
            return Optional.empty();
        }
    }

    @Override
    public void write(OutputStream out, byte[] message) throws IOException {
        out.write(announcing(message.length, message));
        out.flush();
    }

    /** A frame that says one length and has another where they differ. */
    static byte[] announcing(int length, byte... message) {
        return ByteBuffer.allocate(PREFIX_BYTES + message.length)
                .putInt(length)
                .put(message)
                .array();
    }

    @Override
    public JsonObject framing() {
        return Json.createObjectBuilder()
                .add("type", "length-prefix")
                .add("bytes", PREFIX_BYTES)
                .add("encoding", "BINARY")
                .build();
    }
}
