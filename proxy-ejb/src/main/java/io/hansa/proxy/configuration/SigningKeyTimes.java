package io.hansa.proxy.configuration;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * When signing keys are replaced, and how long old ones are kept.
 *
 * @param rotateAfter {@code hansa.signing-keys.rotate-seconds}: age at which a key is replaced;
 *     zero: only when an administrator asks
 * @param publishAhead {@code hansa.signing-keys.publish-seconds}: time between the publication of a
 *     key and its first signature, in which all nodes and peers fetch it
 * @param kept how long after its last signature a key is kept: the longest life of a token and a
 *     difference of clocks
 */
public record SigningKeyTimes(Duration rotateAfter, Duration publishAhead, Duration kept) {
    private static final int NINETY_DAYS = 90 * 86_400;
    private static final int TEN_YEARS = 3650 * 86_400;
    private static final int LONGEST_OTHER_TOKEN_SECONDS = 600;
    private static final int CLOCKS_SECONDS = 300;

    public static SigningKeyTimes from(Config config) {
        Settings settings = new Settings(config);
        int lifetime = Math.max(Limits.from(config).tokenSeconds(), LONGEST_OTHER_TOKEN_SECONDS);
        return new SigningKeyTimes(
                Duration.ofSeconds(
                        settings.whole(
                                "hansa.signing-keys.rotate-seconds", NINETY_DAYS, 0, TEN_YEARS)),
                Duration.ofSeconds(
                        settings.whole("hansa.signing-keys.publish-seconds", 300, 1, 86_400)),
                Duration.ofSeconds((long) lifetime + CLOCKS_SECONDS));
    }
}
