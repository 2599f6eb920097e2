package io.hansa.proxy.assistance;

import io.hansa.proxy.document.JsonBounds;
import io.hansa.proxy.document.JsonText;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Matches if a value in a JSON reply equals the expected one (RFC 6901 pointers).
 *
 * @param data pointer to the data for the next capability, or {@code @all}; a string is passed as
 *     its text, other values as JSON
 */
record JsonRule(String pointer, JsonValue expected, String capability, String data)
        implements AssistRule {
    private static final int MAX_EXPECTED = 10_000;

    JsonRule {
        requirePointer("jsonPointer", pointer);
        if (expected == null) {
            throw new IllegalArgumentException(
                    "assist: a rule with jsonPointer needs equals, the value to compare with");
        }
        AssistRules.requireLength("equals", expected.toString(), MAX_EXPECTED);
        AssistRules.requireCapability(capability, null);
        if (!"@all".equals(data)) {
            requirePointer("data", data);
        }
    }

    @Override
    public Optional<Assistance> match(ReplyView reply, long deadlineNanos) {
        if (!looksLikeJson(reply.utf8())) {
            return Optional.empty();
        }
        SoughtValue asked = new SoughtValue(pointer, expected instanceof JsonStructure);
        SoughtValue passedOn =
                new SoughtValue(data.equals("@all") ? "" : data, !data.equals("@all"));
        JsonBounds bounds = JsonBounds.until(deadlineNanos);
        try (JsonParser parser = JsonText.parser(reply.utf8(), bounds)) {
            JsonFinder.find(parser, List.of(asked, passedOn));
            return isExpected(asked, bounds) ? passOn(reply, passedOn) : Optional.empty();
        } catch (JsonBounds.Exceeded beyond) {
            throw new UnreadableReply(beyond.getMessage());
        } catch (RuntimeException noJson) {
            // JSON providers also throw exceptions other than JsonException.
            return Optional.empty();
        }
    }

    private boolean isExpected(SoughtValue asked, JsonBounds bounds) {
        if (asked.structure() == null) {
            return expected.equals(asked.scalar());
        }
        return asked.structure().length() <= 2 * MAX_EXPECTED
                && JsonText.foreign(asked.structure().getBytes(StandardCharsets.UTF_8), bounds)
                        .filter(expected::equals)
                        .isPresent();
    }

    private Optional<Assistance> passOn(ReplyView reply, SoughtValue found) {
        if (data.equals("@all")) {
            return Optional.of(new Assistance(capability, reply.utf8(), reply.contentType()));
        }
        if (found.scalar() instanceof JsonString text) {
            return Optional.of(assistance(text.getString(), "text/plain; charset=utf-8"));
        }
        String json = found.scalar() == null ? found.structure() : found.scalar().toString();
        return Optional.ofNullable(json).map(content -> assistance(content, "application/json"));
    }

    private Assistance assistance(String content, String type) {
        return new Assistance(capability, content.getBytes(StandardCharsets.UTF_8), type);
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
        AssistRules.requireLength(field, pointer, AssistRules.MAX_TEXT);
    }
}
