package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * How replies for idempotency keys are stored. A peer counts as one caller, for all accounts that
 * it names.
 *
 * @param keepSeconds {@code hansa.idempotency.keep-seconds}: time from the first request
 * @param maxReplyBytes {@code hansa.idempotency.max-reply-bytes}: a longer reply is returned once
 *     and not stored
 * @param maxCallerMebibytes {@code hansa.idempotency.max-caller-mebibytes}: stored replies of one
 *     caller; further replies are returned once and not stored
 * @param maxMebibytes {@code hansa.idempotency.max-mebibytes}: stored replies of all callers
 *     together
 * @param maxCallerKeys {@code hansa.idempotency.max-caller-keys}: keys of one caller; requests with
 *     further keys are refused
 * @param maxKeys {@code hansa.idempotency.max-keys}: keys of all callers together
 */
public record IdempotencyLimits(
        int keepSeconds,
        int maxReplyBytes,
        int maxCallerMebibytes,
        int maxMebibytes,
        int maxCallerKeys,
        int maxKeys) {
    private static final int MAX_MEBIBYTES = 1 << 20;
    private static final int MAX_KEYS = 100_000_000;

    public static IdempotencyLimits from(Config config) {
        Settings settings = new Settings(config);
        return new IdempotencyLimits(
                settings.whole("hansa.idempotency.keep-seconds", 86_400, 1, 31_536_000),
                settings.whole("hansa.idempotency.max-reply-bytes", 1 << 20, 0, 1 << 28),
                settings.whole("hansa.idempotency.max-caller-mebibytes", 64, 0, MAX_MEBIBYTES),
                settings.whole("hansa.idempotency.max-mebibytes", 512, 0, MAX_MEBIBYTES),
                settings.whole("hansa.idempotency.max-caller-keys", 1_000_000, 1, MAX_KEYS),
                settings.whole("hansa.idempotency.max-keys", 4_000_000, 1, MAX_KEYS));
    }
}
