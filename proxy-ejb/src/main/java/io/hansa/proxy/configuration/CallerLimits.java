package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * What slow and large callers may cost.
 *
 * @param bodyBytes {@code hansa.limits.body-bytes}: longest business data of a request
 * @param dataMebibytes {@code hansa.callers.data-mebibytes}: of business data that arrives, is worked on or waits to be
 *     taken, beyond what is small and came at once; all callers together
 * @param waiting {@code hansa.callers.most-waiting}: callers whose data is on its way or who take their reply
 * @param replyMillis {@code hansa.callers.reply-millis}: for a reply to be taken
 */
public record CallerLimits(int bodyBytes, int dataMebibytes, int waiting, int replyMillis) {
    /** Of the heap: as much again may be needed for replies, and for copies on the way. */
    private static final int SHARE = 4;

    private static final int TIMES_THE_LONGEST = 2;

    public static CallerLimits from(Config config, int bodyBytes) {
        Settings settings = new Settings(config);
        int least = TIMES_THE_LONGEST * ((bodyBytes >> 20) + 1);
        int usual = Math.max(least, (int) (Runtime.getRuntime().maxMemory() / SHARE >> 20));
        return new CallerLimits(
                bodyBytes,
                settings.whole("hansa.callers.data-mebibytes", usual, least, 1 << 20),
                settings.whole("hansa.callers.most-waiting", 4096, 1, 1_000_000),
                settings.whole("hansa.callers.reply-millis", 30_000, 1, 3_600_000));
    }

    public long dataBytes() {
        return (long) dataMebibytes << 20;
    }
}
