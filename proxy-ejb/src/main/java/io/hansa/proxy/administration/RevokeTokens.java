package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.RegistryRefresh;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Ends all tokens of an account that were issued so far, on this node at once and on the others
 * within a second. Passwords stay good.
 */
@Dependent
public class RevokeTokens {
    private static final int MAX_REASON = 500;

    private final AccountChanges changes;
    private final RegistryRefresh refresh;

    @Inject
    RevokeTokens(AccountChanges changes, RegistryRefresh refresh) {
        this.changes = changes;
        this.refresh = refresh;
    }

    /**
     * @param reason for the audit record; null: none
     * @param by the account that asks for it, for the audit record
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public void of(String account, String reason, String by) {
        if (reason != null && reason.length() > MAX_REASON) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "reason is %d characters long; give at most %d."
                            .formatted(reason.length(), MAX_REASON));
        }
        changes.endTokens(account, reason, by);
        refresh.refresh();
    }
}
