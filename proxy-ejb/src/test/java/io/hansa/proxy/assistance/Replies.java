package io.hansa.proxy.assistance;

import io.hansa.connector.ServerReply;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replies to match rules against, and rules from the JSON that an administrator would write. */
final class Replies {
    /** A deadline that does not pass. */
    static final long SOON = System.nanoTime() + 3_600_000_000_000L;

    private Replies() {}

    static ServerReply text(String payload) {
        return new ServerReply(
                200, "text/plain", Map.of(), payload.getBytes(StandardCharsets.UTF_8));
    }

    static JsonArray json(String rules) {
        try (JsonReader reader = Json.createReader(new StringReader(rules))) {
            return reader.readArray();
        }
    }

    static AssistRule rule(String json) {
        List<AssistRule> rules = AssistRules.parse(json("[" + json + "]"));
        return rules.get(0);
    }

    static String data(Optional<Assistance> assistance) {
        return new String(assistance.orElseThrow().data(), StandardCharsets.UTF_8);
    }
}
