package io.hansa.proxy.account;

import java.time.Instant;

/**
 * By what an account signs in, and which of its tokens are good.
 *
 * @param passwordHash a slow salted hash that names its own parameters; null if the account has no
 *     password
 * @param temporary whether the password lets the account do nothing but change it
 * @param generation of this proxy's tokens; a token ends with its generation
 * @param tokensFrom tokens of external issuers that were issued earlier are not accepted; null: all
 *     are
 */
public record Credentials(
        String passwordHash, boolean temporary, long generation, Instant tokensFrom) {
    @Override
    public String toString() {
        return "Credentials[generation=" + generation + "]";
    }
}
