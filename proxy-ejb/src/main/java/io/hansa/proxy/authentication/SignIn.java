package io.hansa.proxy.authentication;

import java.util.Objects;

/**
 * What somebody shows to be let in.
 *
 * @param authorization as in HTTP; null where there is none
 * @param traceId under which a refusal is logged
 */
public record SignIn(String authorization, IngressPoint arrival, String traceId) {
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    public SignIn {
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(traceId, "traceId");
    }

    /** Whether it is an account with its password, which may take a while to check. */
    public boolean isPassword() {
        return hasScheme(BASIC);
    }

    boolean isToken() {
        return hasScheme(BEARER);
    }

    boolean isEmpty() {
        return authorization == null || authorization.isBlank();
    }

    /** What stands behind the scheme. */
    String credentials() {
        return authorization.substring(authorization.indexOf(' ')).strip();
    }

    private boolean hasScheme(String scheme) {
        return authorization != null
                && authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    @Override
    public String toString() {
        return "SignIn[" + traceId + "]";
    }
}
