package io.hansa.proxy.assistance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Replies to match rules against, and rules from the JSON that an administrator would write. */
final class Replies {
    /** A deadline that does not pass. */
    static final long SOON = System.nanoTime() + 3_600_000_000_000L;

    private Replies() {}

    static ReplyView text(String payload) {
        byte[] utf8 = payload.getBytes(StandardCharsets.UTF_8);
        return new ReplyView(utf8, utf8, "text/plain", true);
    }

    static ReplyView statedJson(String payload) {
        byte[] utf8 = payload.getBytes(StandardCharsets.UTF_8);
        return new ReplyView(utf8, utf8, "application/json;charset=UTF-8", true);
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
