package io.hansa.proxy.administration;

import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.permission.PermissionJson;
import io.hansa.proxy.registry.RegistryRefresh;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/**
 * Reads and changes the registry for administrators. When a method returns, its change is stored
 * and in force on this node. Other nodes follow within a second. Every refusal is a {@link
 * io.hansa.proxy.failure.Failure}. Safe for many threads.
 */
@Dependent
public class Administration {
    private final ItemsOfKinds kinds;
    private final ReadItems read;
    private final ChangeItem change;
    private final GrantPermission grant;
    private final RegistryRefresh refresh;

    @Inject
    Administration(
            ItemsOfKinds kinds,
            ReadItems read,
            ChangeItem change,
            GrantPermission grant,
            RegistryRefresh refresh) {
        this.kinds = kinds;
        this.read = read;
        this.change = change;
        this.grant = grant;
        this.refresh = refresh;
    }

    /** All items of the kind, by name or id. */
    @Transactional(TxType.NOT_SUPPORTED)
    public List<Item> list(Kind kind) {
        return read.all(kinds.of(kind));
    }

    @Transactional(TxType.NOT_SUPPORTED)
    public Item get(Kind kind, String key) {
        return read.one(kinds.of(kind), key);
    }

    /**
     * Creates or replaces an item of any kind except permission.
     *
     * @param by the account that makes the change, for the audit record
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public Written put(
            Kind kind, String key, JsonObject json, Precondition precondition, String by) {
        Written written = put(kinds.replaceable(kind), key, json, precondition, by);
        refresh.refresh();
        return written;
    }

    @Transactional(TxType.NOT_SUPPORTED)
    public void remove(Kind kind, String key, Precondition precondition, String by) {
        change.remove(kinds.of(kind), key, precondition, by);
        refresh.refresh();
    }

    /** Grants a permission. Returns the existing permission if the same one was granted before. */
    @Transactional(TxType.NOT_SUPPORTED)
    public Written grant(JsonObject json, String by) {
        Written written = grant.grant(PermissionJson.parse(UUID.randomUUID().toString(), json), by);
        refresh.refresh();
        return written;
    }

    /** The latest changes, newest first. */
    @Transactional(TxType.NOT_SUPPORTED)
    public List<AuditRecord> audit(int limit) {
        return read.newestChanges(limit);
    }

    private <V> Written put(
            ReplaceableItems<V> items,
            String key,
            JsonObject json,
            Precondition precondition,
            String by) {
        return change.put(items, key, items.parse(key, json), precondition, by);
    }
}
