package io.hansa.proxy.authentication;

import io.hansa.proxy.document.PrintableText;
import java.util.Locale;

/**
 * A sign-in that was refused, for logs and metrics.
 *
 * @param account the given name, printable and of bounded length; empty if none was given
 */
public record SignInRefusal(Reason reason, String account, Source source, String traceId) {
    private static final int MAX_NAME = 100;

    /** The reason. Callers are told less. */
    public enum Reason {
        CREDENTIALS_MISSING,
        CREDENTIALS_MALFORMED,
        ACCOUNT_UNKNOWN,
        ACCOUNT_DISABLED,
        PASSWORD_WRONG,
        PASSWORD_TEMPORARY,
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
                reason,
                PrintableText.of(account, MAX_NAME),
                signIn.arrival().source(),
                signIn.traceId());
    }
}
