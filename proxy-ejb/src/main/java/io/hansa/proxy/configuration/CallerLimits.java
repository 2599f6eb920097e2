package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * What slow and large callers may cost.
 *
 * @param bodyBytes {@code hansa.limits.body-bytes}: longest business data of a request
 * @param dataMebibytes {@code hansa.callers.data-mebibytes}: of business data that arrives, is
 *     worked on or waits to be taken, beyond what is small and came at once; all callers together
 * @param waiting {@code hansa.callers.max-waiting}: callers whose data is on its way or who take
 *     their reply
 * @param replyMillis {@code hansa.callers.reply-millis}: for a reply to be taken
 */
public record CallerLimits(int bodyBytes, int dataMebibytes, int waiting, int replyMillis) {
    /** Of the heap: as much again may be needed for replies, and for copies on the way. */
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
     * For those of whom nothing is known yet, such as callers of the administration before they
     * have shown an account. They have an eighth of the memory and a quarter of the places besides,
     * and none of those of the others; and they send little.
     */
    public CallerLimits ofStrangers() {
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
