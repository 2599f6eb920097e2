package io.hansa.it.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Messages ended by a line feed. */
public final class LineWire implements Wire {
    @Override
    public Optional<byte[]> read(DataInputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return Optional.of(message.toByteArray());
            }
            message.write(b);
        }
        return Optional.empty();
    }

    @Override
    public void write(OutputStream out, byte[] message) throws IOException {
        byte[] line = Arrays.copyOf(message, message.length + 1);
        line[message.length] = '\n';
        out.write(line);
        out.flush();
    }

    @Override
    public JsonObject framing() {
        return Json.createObjectBuilder().add("type", "delimiter").add("hex", "0A").build();
    }
}
