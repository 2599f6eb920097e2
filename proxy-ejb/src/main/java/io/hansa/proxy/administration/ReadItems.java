package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.ItemFact;
import io.hansa.proxy.registry.ItemFacts;
import io.hansa.proxy.registry.Registries;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;

/**
 * Reads single items from the database, so that an administrator sees the latest changes. The
 * registry in force may be older.
 */
@Dependent
class ReadItems {
    private final AuditRecords records;
    private final ItemFacts facts;
    private final Registries registries;

    @Inject
    ReadItems(AuditRecords records, ItemFacts facts, Registries registries) {
        this.records = records;
        this.facts = facts;
        this.registries = registries;
    }

    /**
     * @throws Failure NOT_FOUND
     */
    @Transactional(TxType.REQUIRED)
    public <V> Item one(Items<V> items, String key) {
        Kind kind = items.kind();
        V value =
                items.find(key)
                        .orElseThrow(
                                () ->
                                        Failure.of(
                                                ErrorCode.NOT_FOUND,
                                                "There is no %s \"%s\"; list them for those that exist."
                                                        .formatted(kind.word(), key)));
        return ItemForm.item(
                key,
                items.shown(value, registries.current()),
                facts.find(kind.part(), key).orElse(null));
    }

    /** The facts of the kind's items that have labels. */
    @Transactional(TxType.REQUIRED)
    public Collection<ItemFact> labelled(Kind kind) {
        return facts.labelled(kind.part()).values();
    }

    @Transactional(TxType.REQUIRED)
    public List<AuditRecord> newestChanges(int limit) {
        return records.newest(limit);
    }
}
