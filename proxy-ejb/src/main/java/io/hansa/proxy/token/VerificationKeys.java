package io.hansa.proxy.token;

import java.security.Key;
import java.util.Optional;

/** The public keys by which one issuer's tokens are verified. */
public interface VerificationKeys {
    /** The key of that id, which only this issuer signs with; empty where the issuer has none such. */
    Optional<Key> find(String issuer, String keyId);
}
