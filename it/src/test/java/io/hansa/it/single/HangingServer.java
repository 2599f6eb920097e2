package io.hansa.it.single;

import io.hansa.it.system.BusinessServer;
import io.hansa.it.system.LegacySystem;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Sends back each line. While it hangs it takes connections and requests, and never answers. */
final class HangingServer implements BusinessServer {
    static final int LIMIT_MILLIS = 500;
    private static final String LINES =
            "\"framing\":{\"type\":\"delimiter\",\"hex\":\"0A\"},\"assist\":[]";

    private final LegacySystem server = new LegacySystem(LINES, this::answer);
    private final boolean probed;
    private volatile boolean hangs;

    /**
     * @param probed whether its entry has a probe, an exchange twice a second
     */
    HangingServer(boolean probed) throws IOException {
        this.probed = probed;
    }

    void hang(boolean now) {
        hangs = now;
    }

    @Override
    public String id() {
        return server.id();
    }

    @Override
    public int requests() {
        return server.requests();
    }

    @Override
    public JsonObjectBuilder entry(String capability) {
        JsonObjectBuilder entry = server.entry(capability).add("timeoutMillis", LIMIT_MILLIS);
        return probed
                ? entry.add(
                        "probe",
                        Json.createObjectBuilder()
                                .add("type", "EXCHANGE")
                                .add("sendHex", "70696E67")
                                .add("expectHex", "70696E67")
                                .add("everyMillis", LIMIT_MILLIS))
                : entry;
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(DataInputStream in, OutputStream out) throws IOException {
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (!hangs) {
                out.write(octet);
            }
        }
    }
}
