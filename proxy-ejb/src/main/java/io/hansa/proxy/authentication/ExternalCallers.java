package io.hansa.proxy.authentication;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.issuer.ExternalIdentity;
import io.hansa.proxy.registry.Registry;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Determines the caller for whom an external issuer's token stands: an account that exists here and
 * is enabled, with its own roles. The token may add groups, and nothing else.
 */
final class ExternalCallers {
    private ExternalCallers() {}

    /**
     * @throws Failure AUTHENTICATION_FAILED if there is no such account, it is disabled, or its
     *     tokens were ended after this one was issued
     */
    static Caller of(Registry registry, ExternalIdentity identity) {
        Account account = registry.accounts().get(identity.account());
        if (account == null || !account.enabled() || account.credentials().temporary()) {
            throw refused(
                    "The account of the external token does not exist here, or is disabled; an administrator can create or enable it.");
        }
        Instant from = account.credentials().tokensFrom();
        if (from != null && identity.issuedAt().isBefore(from)) {
            throw refused(
                    "The external token was issued before the account was disabled, got a new password, or had its tokens revoked; ask the issuer for a new one.");
        }
        if (identity.groups().isEmpty()) {
            return Caller.of(account);
        }
        Set<String> groups = new HashSet<>(account.groups());
        groups.addAll(identity.groups());
        return new Caller(account.name(), groups, account.roles(), null);
    }

    private static Failure refused(String detail) {
        return Failure.of(ErrorCode.AUTHENTICATION_FAILED, detail);
    }
}
