package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * The resources that hashing passwords may use.
 *
 * @param threads {@code hansa.password.max-threads}: concurrent hashes, each with 19 MiB of memory
 * @param processorPercent {@code hansa.password.max-processor-percent}: share of one processor for
 *     each of these threads
 * @param waiting {@code hansa.password.max-waiting}: checks that wait for a thread; further ones
 *     are refused
 */
public record HashingLimits(int threads, int processorPercent, int waiting) {
    public static HashingLimits from(Config config) {
        Settings settings = new Settings(config);
        return new HashingLimits(
                settings.whole("hansa.password.max-threads", 1, 1, 64),
                settings.whole("hansa.password.max-processor-percent", 50, 1, 100),
                settings.whole("hansa.password.max-waiting", 16, 1, 10_000));
    }
}
