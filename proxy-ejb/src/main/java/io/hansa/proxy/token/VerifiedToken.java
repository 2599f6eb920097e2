package io.hansa.proxy.token;

import java.time.Instant;
import java.util.List;

/**
 * What a token says whose signature, audience and time were found right. Immutable.
 *
 * @param issuer the id of the proxy that signed it
 * @param account in whose name ({@code sub})
 * @param actors who asks for that account, from the nested {@code act} claims (RFC 8693, section
 *     4.1), the one that asked last first; empty where the account asks itself
 * @param generation of the account's credentials when the token was issued; null in a peer's token
 */
public record VerifiedToken(
        String issuer,
        String account,
        Validity validity,
        Proof proof,
        List<String> actors,
        Long generation) {
    /** From when until when a token may be used, by its issuer's clock. */
    public record Validity(Instant issuedAt, Instant expiresAt) {}

    /**
     * What a token is recognised by.
     *
     * @param keyId of the key that signed it ({@code kid})
     * @param id of the token itself ({@code jti}); null where it has none
     * @param certificate thumbprint of the only client certificate under which it may be shown,
     *     SHA-256 in base64url (RFC 8705, section 3.1); null where it is bound to none
     */
    public record Proof(String keyId, String id, String certificate) {}

    public VerifiedToken {
        actors = List.copyOf(actors);
    }

    public Instant issuedAt() {
        return validity.issuedAt();
    }

    public Instant expiresAt() {
        return validity.expiresAt();
    }
}
