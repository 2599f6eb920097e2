package io.hansa.proxy.probe;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/**
 * How a probe came out.
 *
 * @param type CONNECT, HTTP or EXCHANGE
 * @param answered whether anything came back
 * @param reason a sentence, for operators
 */
public record ProbeOutcome(
        String type,
        boolean passed,
        boolean answered,
        String reason,
        Instant at,
        long durationMicros) {
    public JsonObject json(String server) {
        return JSON.createObjectBuilder().add("server", server).addAll(json()).build();
    }

    /** Without the server. */
    public JsonObjectBuilder json() {
        return JSON.createObjectBuilder()
                .add("type", type)
                .add("passed", passed)
                .add("reason", reason)
                .add("at", at.toString())
                .add("durationMicros", durationMicros);
    }
}
