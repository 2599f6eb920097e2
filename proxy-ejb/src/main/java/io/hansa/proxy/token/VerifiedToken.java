package io.hansa.proxy.token;

import java.time.Instant;

/**
 * What a token says whose signature, audience and time were found right.
 *
 * @param issuer the id of the proxy that signed it
 * @param account in whose name
 */
public record VerifiedToken(String issuer, String account, Instant expiresAt) {}
