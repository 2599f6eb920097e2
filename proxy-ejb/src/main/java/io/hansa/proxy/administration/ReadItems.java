package io.hansa.proxy.administration;

import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/**
 * Reads the items from the database, so that an administrator sees the latest changes. The registry
 * in force may be older.
 */
@Dependent
class ReadItems {
    private final AuditRecords records;

    @Inject
    ReadItems(AuditRecords records) {
        this.records = records;
    }

    @Transactional(TxType.REQUIRED)
    public <V> List<Item> all(Items<V> items) {
        return items.all().stream().map(items::item).toList();
    }

    @Transactional(TxType.REQUIRED)
    public Item one(Items<?> items, String key) {
        return items.existing(key);
    }

    @Transactional(TxType.REQUIRED)
    public List<AuditRecord> newestChanges(int limit) {
        return records.newest(limit);
    }
}
