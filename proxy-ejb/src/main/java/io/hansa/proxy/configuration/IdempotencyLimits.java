package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * How replies to idempotency keys are kept.
 *
 * @param keepSeconds {@code hansa.idempotency.keep-seconds}: from the first request on
 * @param mostReplyBytes {@code hansa.idempotency.most-reply-bytes}: a longer reply is given once and not kept
 */
public record IdempotencyLimits(int keepSeconds, int mostReplyBytes) {
    public static IdempotencyLimits from(Config config) {
        Settings settings = new Settings(config);
        return new IdempotencyLimits(
                settings.whole("hansa.idempotency.keep-seconds", 86_400, 1, 31_536_000),
                settings.whole("hansa.idempotency.most-reply-bytes", 1 << 20, 0, 1 << 28));
    }
}
