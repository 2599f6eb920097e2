package io.hansa.it.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Records of one length, padded on the right. */
public record RecordWire(int bytes, byte pad) implements Wire {
    @Override
    public Optional<byte[]> read(DataInputStream in) throws IOException {
        byte[] message = in.readNBytes(bytes);
        return message.length == bytes ? Optional.of(message) : Optional.empty();
    }

    @Override
    public void write(OutputStream out, byte[] message) throws IOException {
        byte[] padded = Arrays.copyOf(message, bytes);
        Arrays.fill(padded, Math.min(message.length, bytes), bytes, pad);
        out.write(padded);
        out.flush();
    }

    @Override
    public JsonObject framing() {
        return Json.createObjectBuilder()
                .add("type", "fixed")
                .add("bytes", bytes)
                .add("padHex", HexFormat.of().toHexDigits(pad))
                .build();
    }
}
