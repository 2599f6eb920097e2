package io.hansa.proxy.authentication;

import io.hansa.proxy.document.PrintableText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
    private static final int MAX_NAME = 100;

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

    /**
     * The account that Basic credentials name, printable and of bounded length. It is not checked.
     * Empty if there is none.
     */
    public String claimedAccount() {
        if (!isPassword()) {
            return "";
        }
        try {
            byte[] both = Base64.getDecoder().decode(credentials());
            String text = new String(both, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? "" : PrintableText.of(text.substring(0, colon), MAX_NAME);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
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
