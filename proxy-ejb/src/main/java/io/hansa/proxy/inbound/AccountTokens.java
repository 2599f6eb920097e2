package io.hansa.proxy.inbound;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.token.IssuedToken;
import io.hansa.proxy.token.TokenIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The {@code Authorization} of one account, signed by this node for itself and used until it is
 * about to expire. Whether the account is enabled and what it may do is asked with each call, as
 * always. For any number of threads.
 */
final class AccountTokens implements Supplier<String> {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final String account;
    private final Registries registries;
    private final TokenIssuer issuer;
    private final Clock clock;
    private volatile Issued current;

    /**
     * @param generation of the account's credentials, with which the token ends
     */
    private record Issued(IssuedToken token, long generation) {}

    AccountTokens(String account, Registries registries, TokenIssuer issuer, Clock clock) {
        this.account = account;
        this.registries = registries;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Null where there is no such account. */
    @Override
    public String get() {
        Account known = registries.current().accounts().get(account);
        if (known == null) {
            return null;
        }
        Issued issued = current;
        if (issued == null
                || issued.generation() != known.tokenGeneration()
                || issued.token().expiresAt().minus(EARLY).isBefore(clock.instant())) {
            issued = new Issued(issuer.forAccount(known, LIFETIME), known.tokenGeneration());
            current = issued;
        }
        return "Bearer " + issued.token().text();
    }
}
