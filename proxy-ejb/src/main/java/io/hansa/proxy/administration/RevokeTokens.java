package io.hansa.proxy.administration;

import io.hansa.proxy.registry.RegistryRefresh;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Ends all tokens of an account that were issued so far, on this node at once and on the others
 * within a second. Passwords stay good.
 */
@Dependent
public class RevokeTokens {
    private final AccountChanges changes;
    private final RegistryRefresh refresh;

    @Inject
    RevokeTokens(AccountChanges changes, RegistryRefresh refresh) {
        this.changes = changes;
        this.refresh = refresh;
    }

    /**
     * @return the plan of a dry run; null where the tokens ended
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public JsonObject of(String account, WriteOptions options) {
        JsonObject plan = Outcome.planOf(() -> changes.endTokens(account, options));
        if (plan == null) {
            refresh.refresh();
        }
        return plan;
    }
}
