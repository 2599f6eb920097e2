package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * The resources that slow and large callers may use.
 *
 * @param bodyBytes {@code hansa.limits.body-bytes}: longest business data of a request
 * @param dataMebibytes {@code hansa.callers.data-mebibytes}: memory for business data that arrives,
 *     is processed or waits to be sent, of all callers together; small data that arrived at once is
 *     not counted
 * @param waiting {@code hansa.callers.max-waiting}: callers whose data is arriving or who are
 *     receiving their reply
 * @param replyMillis {@code hansa.callers.reply-millis}: time for receiving a reply
 */
public record CallerLimits(int bodyBytes, int dataMebibytes, int waiting, int replyMillis) {
    /** The divisor of the heap size. Replies and copies may need the same amount again. */
    private static final int SHARE = 4;

    private static final int TIMES_THE_LONGEST = 2;

    private static final int STRANGERS_BODY_BYTES = 1 << 20;
    private static final int STRANGERS_LEAST_MEBIBYTES = 4;
    private static final int STRANGERS_DATA = 8;
    private static final int STRANGERS_PLACES = 4;
    private static final int STRANGERS_REPLY_MILLIS = 5_000;

    public static CallerLimits from(Config config, int bodyBytes) {
        Settings settings = new Settings(config);
        int min = TIMES_THE_LONGEST * ((bodyBytes >> 20) + 1);
        int usual = Math.max(min, (int) (Runtime.getRuntime().maxMemory() / SHARE >> 20));
        return new CallerLimits(
                bodyBytes,
                settings.whole("hansa.callers.data-mebibytes", usual, min, 1 << 20),
                settings.whole("hansa.callers.max-waiting", 4096, 1, 1_000_000),
                settings.whole("hansa.callers.reply-millis", 30_000, 1, 3_600_000));
    }

    /**
     * The limits for callers that are not authenticated yet, such as callers of the administration
     * before sign-in. They have an eighth of the memory and a quarter of the places in addition,
     * and none of those of authenticated callers.
     */
    public CallerLimits unauthenticated() {
        return new CallerLimits(
                STRANGERS_BODY_BYTES,
                Math.max(STRANGERS_LEAST_MEBIBYTES, dataMebibytes / STRANGERS_DATA),
                Math.max(1, waiting / STRANGERS_PLACES),
                Math.min(STRANGERS_REPLY_MILLIS, replyMillis));
    }

    public long dataBytes() {
        return (long) dataMebibytes << 20;
    }
}
