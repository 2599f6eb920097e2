package io.hansa.proxy.assistance;

import io.hansa.proxy.assistance.JsonScanner.Slice;
import io.hansa.proxy.document.Name;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells a person why a rule does not match a reply. */
public final class Mismatch {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Mismatch() {}

    /**
     * A sentence.
     *
     * @param rule that does not match the reply
     * @param deadlineNanos the {@link System#nanoTime()} after which no reason is needed
     */
    public static String of(AssistRule rule, ReplyView reply, long deadlineNanos) {
        if (rule instanceof PrefixRule prefix) {
            return "The reply begins with \"%s\" and not with the prefix."
                    .formatted(beginning(reply.utf8(), prefix.prefix()));
        }
        if (rule instanceof BytesRule bytes) {
            return atOffset(bytes, reply.original());
        }
        return rule instanceof JsonRule pointer
                ? atPointer(pointer, reply, deadlineNanos)
                : "The expression finds nothing in the reply.";
    }

    private static String beginning(byte[] text, String prefix) {
        int length = prefix.getBytes(StandardCharsets.UTF_8).length;
        return shown(Arrays.copyOf(text, Math.min(text.length, length)));
    }

    private static String atOffset(BytesRule rule, byte[] bytes) {
        int end = Math.min(bytes.length, rule.offset() + rule.equalsHex().length() / 2);
        if (rule.offset() >= bytes.length) {
            return "The reply has %d bytes, and the rule looks at offset %d."
                    .formatted(bytes.length, rule.offset());
        }
        String found = HEX.formatHex(Arrays.copyOfRange(bytes, rule.offset(), end));
        return "At offset %d the reply has %s and not %s."
                .formatted(rule.offset(), Name.shortened(found), Name.shortened(rule.equalsHex()));
    }

    private static String atPointer(JsonRule rule, ReplyView reply, long deadlineNanos) {
        byte[] text = reply.utf8();
        if (!JsonRule.isStructure(text)) {
            return "The reply is no JSON object or array.";
        }
        try {
            Slice found = new PointedValue(rule.pointer(), text).find(deadlineNanos);
            return found == null
                    ? "The reply has no value at \"%s\".".formatted(rule.pointer())
                    : "The value at \"%s\" is %s and not %s."
                            .formatted(
                                    rule.pointer(),
                                    shown(Arrays.copyOfRange(text, found.from(), found.to())),
                                    Name.shortened(rule.expected().toString()));
        } catch (BrokenJson | UnreadableReply broken) {
            return "The rule does not apply: %s.".formatted(broken.getMessage());
        }
    }

    private static String shown(byte[] text) {
        return Name.shortened(new String(text, StandardCharsets.UTF_8));
    }
}
