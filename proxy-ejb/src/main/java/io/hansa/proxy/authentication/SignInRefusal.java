package io.hansa.proxy.authentication;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A sign-in that was refused, for logs and metrics.
 *
 * @param account the given name, printable and of bounded length; empty if none was given
 */
public record SignInRefusal(Reason reason, String account, Source source, String traceId) {
    private static final int MAX_NAME = 100;
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]");

    /** The reason. Callers are told less. */
    public enum Reason {
        CREDENTIALS_MISSING,
        CREDENTIALS_MALFORMED,
        ACCOUNT_UNKNOWN,
        ACCOUNT_DISABLED,
        PASSWORD_WRONG,
        TOKEN_REFUSED,
        CERTIFICATE_REFUSED,
        GUESSING_SLOWED,
        CHECK_REFUSED;

        /** The name in logs and metrics. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static SignInRefusal of(Reason reason, String account, SignIn signIn) {
        return new SignInRefusal(
                reason, printable(account), signIn.arrival().source(), signIn.traceId());
    }

    private static String printable(String name) {
        String bounded = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
        return UNPRINTABLE.matcher(bounded).replaceAll("?");
    }
}
