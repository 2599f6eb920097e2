package io.hansa.it.system;

import jakarta.json.JsonObject;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** How a business server cuts its stream into messages; stateless. */
public interface Wire {
    /** The next message; empty where the other side has ended. */
    Optional<byte[]> read(DataInputStream in) throws IOException;

    void write(OutputStream out, byte[] message) throws IOException;

    /** As the administration API knows it. */
    JsonObject framing();
}
