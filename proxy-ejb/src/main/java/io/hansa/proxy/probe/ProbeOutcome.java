package io.hansa.proxy.probe;

import jakarta.json.Json;
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
        return Json.createObjectBuilder().add("server", server).addAll(json()).build();
    }

    /** Without the server. */
    public JsonObjectBuilder json() {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("passed", passed)
                .add("reason", reason)
                .add("at", at.toString())
                .add("durationMicros", durationMicros);
    }
}
