package io.hansa.proxy.token;

import java.time.Instant;

/** A signed token with the moment at which it expires. The text is a secret of its owner. */
public record IssuedToken(String text, Instant expiresAt) {
    @Override
    public String toString() {
        return "IssuedToken[expiresAt=" + expiresAt + "]";
    }
}
