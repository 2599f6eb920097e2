package io.hansa.proxy.assistance;

import io.hansa.proxy.assistance.JsonScanner.Slice;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * Matches if a value in a JSON reply equals the expected one (RFC 6901 pointers). Numbers are equal
 * by value. What neither pointer names may be as deep or long as the reply may be.
 *
 * @param data pointer to the data for the next capability, or {@code @all}; a string is passed as
 *     its text, other values as the bytes that the server wrote
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
        byte[] text = reply.utf8();
        boolean structure = isStructure(text);
        if (!structure && !reply.isJson()) {
            return Optional.empty();
        }
        PointedValue asked = new PointedValue(pointer, text);
        try {
            return isExpected(text, asked.find(deadlineNanos), deadlineNanos)
                    ? Optional.of(passOn(reply, deadlineNanos))
                    : Optional.empty();
        } catch (BrokenJson broken) {
            boolean asks = isExpected(text, asked.latest(), deadlineNanos);
            if (structure && (asks || reply.isJson())) {
                throw new UnreadableReply(broken.getMessage());
            }
            return Optional.empty();
        }
    }

    private boolean isExpected(byte[] text, Slice found, long deadlineNanos) {
        return found != null
                && JsonEquality.equal(
                        expected,
                        Arrays.copyOfRange(text, found.from(), found.to()),
                        deadlineNanos);
    }

    private Assistance passOn(ReplyView reply, long deadlineNanos) {
        byte[] text = reply.utf8();
        if (data.equals("@all")) {
            return new Assistance(capability, text, reply.contentType());
        }
        Slice found = new PointedValue(data, text).find(deadlineNanos);
        if (found == null) {
            throw new UnreadableReply("it has no value at %s for the data".formatted(data));
        }
        return text[found.from()] == '"'
                ? new Assistance(
                        capability, QuotedText.utf8(text, found), "text/plain; charset=utf-8")
                : new Assistance(
                        capability,
                        Arrays.copyOfRange(text, found.from(), found.to()),
                        "application/json");
    }

    /** A text of another format begins otherwise. */
    static boolean isStructure(byte[] text) {
        byte first = new JsonScanner(text, Long.MAX_VALUE).peek();
        return first == '{' || first == '[';
    }

    private static void requirePointer(String field, String pointer) {
        if (pointer == null || !(pointer.isEmpty() || pointer.startsWith("/"))) {
            throw new IllegalArgumentException(
                    "assist: " + field + " must be a JSON pointer such as \"/status\"");
        }
        AssistRules.requireLength(field, pointer, AssistRules.MAX_TEXT);
    }
}
