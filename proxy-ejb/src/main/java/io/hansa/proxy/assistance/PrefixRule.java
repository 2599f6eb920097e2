package io.hansa.proxy.assistance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Matches a reply that begins with a fixed text.
 *
 * @param capability {@code @line}: the rest of the first line; otherwise the capability's name
 * @param data {@code @rest}: everything after the first line; {@code @all}: the whole reply
 */
record PrefixRule(String prefix, String capability, String data) implements AssistRule {
    PrefixRule {
        Objects.requireNonNull(prefix, "prefix");
        AssistRules.requireLength("prefix", prefix, AssistRules.MAX_TEXT);
        AssistRules.requireOneOf("data", data, "@rest", "@all");
        AssistRules.requireCapability(capability, "@line");
    }

    @Override
    public Optional<Assistance> match(ReplyView reply, long deadlineNanos) {
        byte[] payload = reply.utf8();
        byte[] start = prefix.getBytes(StandardCharsets.UTF_8);
        if (payload.length < start.length
                || !Arrays.equals(payload, 0, start.length, start, 0, start.length)) {
            return Optional.empty();
        }
        int lineEnd = start.length;
        while (lineEnd < payload.length && payload[lineEnd] != '\n') {
            lineEnd++;
        }
        if (capability.equals("@line") && lineEnd - start.length > AssistRules.MAX_TEXT) {
            throw new UnreadableReply(
                    "its first line is longer than " + AssistRules.MAX_TEXT + " bytes");
        }
        String name =
                capability.equals("@line")
                        ? new String(
                                        payload,
                                        start.length,
                                        lineEnd - start.length,
                                        StandardCharsets.UTF_8)
                                .strip()
                        : capability;
        byte[] passedOn =
                data.equals("@all")
                        ? payload
                        : Arrays.copyOfRange(
                                payload, Math.min(lineEnd + 1, payload.length), payload.length);
        if (name.isEmpty()) {
            throw new UnreadableReply("its first line names no capability");
        }
        return Optional.of(new Assistance(name, passedOn, reply.contentType()));
    }
}
