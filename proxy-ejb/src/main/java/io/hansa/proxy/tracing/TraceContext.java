package io.hansa.proxy.tracing;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The request's place in its trace (W3C Trace Context, level 1).
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param spanId 16 digits: this proxy's part of the trace
 * @param parentId 16 digits: the sender's part; null where the trace begins here
 * @param flags two digits, passed on as they came
 * @param state {@code tracestate} of the sender, passed on as it came; null where there is none
 */
public record TraceContext(
        String traceId, String spanId, String parentId, String flags, String state) {
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    /** The whole length of a header of version 00; only later versions may say more. */
    private static final int VERSION_00 = 55;

    /** As many characters as every participant should pass on (section 3.3.1.5). */
    private static final int MAX_STATE = 512;

    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    /** Continues the sender's trace, or begins one where the header is absent or broken. */
    public static TraceContext continuing(String traceparent) {
        return continuing(traceparent, null);
    }

    /** The same, with what vendors on the path have added. */
    public static TraceContext continuing(String traceparent, String tracestate) {
        if (traceparent != null
                && traceparent.length() <= 512
                && TRACEPARENT.matcher(traceparent).matches()
                && !traceparent.startsWith("ff")
                && (traceparent.length() == VERSION_00 || !traceparent.startsWith("00"))) {
            String traceId = traceparent.substring(3, 35);
            String parentId = traceparent.substring(36, 52);
            if (!traceId.equals(NO_TRACE) && !parentId.equals(NO_SPAN)) {
                return new TraceContext(
                        traceId,
                        digits(1),
                        parentId,
                        traceparent.substring(53, 55),
                        state(tracestate));
            }
        }
        return new TraceContext(digits(2), digits(1), null, "01", null);
    }

    /** Null where it is none, or longer than it may be. */
    private static String state(String tracestate) {
        boolean sound =
                tracestate != null
                        && !tracestate.isBlank()
                        && tracestate.length() <= MAX_STATE
                        && tracestate.chars().allMatch(c -> c >= ' ' && c <= '~');
        return sound ? tracestate : null;
    }

    /** The header for the next target. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String digits(int longs) {
        StringBuilder digits = new StringBuilder(16 * longs);
        for (int i = 0; i < longs; i++) {
            long random = ThreadLocalRandom.current().nextLong() | 1;
            digits.append(java.util.HexFormat.of().toHexDigits(random));
        }
        return digits.toString();
    }
}
