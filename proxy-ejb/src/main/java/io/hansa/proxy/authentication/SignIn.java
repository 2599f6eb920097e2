package io.hansa.proxy.authentication;

import java.util.Objects;

/**
 * The credentials of a request.
 *
 * @param authorization the HTTP header's value; null if there is none
 * @param arrival where the request entered
 * @param traceId the trace id under which a refusal is logged
 */
public record SignIn(String authorization, IngressPoint arrival, String traceId) {
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    public SignIn {
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(traceId, "traceId");
    }

    /**
     * Whether the credentials are an account and its password. Checking a password takes tens of
     * milliseconds.
     */
    public boolean isPassword() {
        return hasScheme(BASIC);
    }

    boolean isToken() {
        return hasScheme(BEARER);
    }

    boolean isEmpty() {
        return authorization == null || authorization.isBlank();
    }

    /** The credentials after the scheme. */
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
