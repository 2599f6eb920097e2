package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * The rules for new passwords. Existing passwords stay valid.
 *
 * @param minLength {@code hansa.password.min-length}: characters
 * @param maxLength {@code hansa.password.max-length}: characters
 */
public record PasswordRules(int minLength, int maxLength) {
    /** No account has a longer password, so a longer text is never hashed. */
    public static final int LONGEST = 1024;

    public static PasswordRules from(Config config) {
        Settings settings = new Settings(config);
        int minLength = settings.whole("hansa.password.min-length", 8, 1, LONGEST);
        return new PasswordRules(
                minLength,
                settings.whole(
                        "hansa.password.max-length", Math.max(256, minLength), minLength, LONGEST));
    }
}
