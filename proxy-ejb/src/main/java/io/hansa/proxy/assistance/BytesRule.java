package io.hansa.proxy.assistance;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Matches bytes at an offset of the reply as the server sent it, before transcoding. */
record BytesRule(int offset, String equalsHex, String capability) implements AssistRule {
    BytesRule {
        if (offset < 0) {
            throw new IllegalArgumentException("assist: offset must not be negative");
        }
        AssistRules.requireLength("equalsHex", String.valueOf(equalsHex), 2 * AssistRules.MAX_TEXT);
        try {
            if (HexFormat.of().parseHex(equalsHex).length == 0) {
                throw new IllegalArgumentException("empty");
            }
        } catch (IllegalArgumentException notHex) {
            throw new IllegalArgumentException(
                    "assist: equalsHex must be pairs of hexadecimal digits, not \""
                            + equalsHex
                            + "\"",
                    notHex);
        }
        AssistRules.requireCapability(capability, null);
    }

    @Override
    public Optional<Assistance> match(ReplyView reply, long deadlineNanos) {
        byte[] wire = reply.original();
        byte[] expected = HexFormat.of().parseHex(equalsHex);
        boolean there =
                wire.length - offset >= expected.length
                        && Arrays.equals(
                                wire,
                                offset,
                                offset + expected.length,
                                expected,
                                0,
                                expected.length);
        return there
                ? Optional.of(new Assistance(capability, reply.utf8(), reply.contentType()))
                : Optional.empty();
    }
}
