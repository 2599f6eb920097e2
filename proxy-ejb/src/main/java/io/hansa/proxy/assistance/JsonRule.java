package io.hansa.proxy.assistance;

import io.hansa.connector.ServerReply;
import jakarta.json.Json;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A value inside a JSON reply has a certain content (RFC 6901 pointers).
 *
 * @param data pointer to what is passed on, or {@code @all}; a text as its text, else as JSON
 */
record JsonRule(String pointer, JsonValue expected, String capability, String data)
        implements AssistRule {
    JsonRule {
        requirePointer("jsonPointer", pointer);
        if (expected == null) {
            throw new IllegalArgumentException(
                    "assist: a rule with jsonPointer needs equals, the value to compare with");
        }
        AssistRules.requireCapability(capability, null);
        if (!"@all".equals(data)) {
            requirePointer("data", data);
        }
    }

    @Override
    public Optional<Assistance> match(ServerReply reply) {
        if (!looksLikeJson(reply.payload())) {
            return Optional.empty();
        }
        try (JsonReader reader =
                Json.createReader(
                        new InputStreamReader(
                                new ByteArrayInputStream(reply.payload()),
                                StandardCharsets.UTF_8))) {
            JsonStructure document = reader.read();
            JsonPointer asked = Json.createPointer(pointer);
            if (!asked.containsValue(document) || !asked.getValue(document).equals(expected)) {
                return Optional.empty();
            }
            if (data.equals("@all")) {
                return Optional.of(
                        new Assistance(capability, reply.payload(), reply.contentType()));
            }
            return Optional.of(passOn(Json.createPointer(data).getValue(document)));
        } catch (RuntimeException unreadable) {
            // Providers give up on depth and digits with other exceptions than JsonException.
            return Optional.empty();
        }
    }

    private Assistance passOn(JsonValue value) {
        boolean text = value instanceof JsonString;
        String content = text ? ((JsonString) value).getString() : value.toString();
        return new Assistance(
                capability,
                content.getBytes(StandardCharsets.UTF_8),
                text ? "text/plain; charset=utf-8" : "application/json");
    }

    private static boolean looksLikeJson(byte[] payload) {
        int at = 0;
        while (at < payload.length && payload[at] <= ' ' && payload[at] >= 0) {
            at++;
        }
        return at < payload.length && (payload[at] == '{' || payload[at] == '[');
    }

    private static void requirePointer(String field, String pointer) {
        if (pointer == null || !(pointer.isEmpty() || pointer.startsWith("/"))) {
            throw new IllegalArgumentException(
                    "assist: " + field + " must be a JSON pointer such as \"/status\"");
        }
    }
}
