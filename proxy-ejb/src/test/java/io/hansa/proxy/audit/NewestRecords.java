package io.hansa.proxy.audit;

import jakarta.persistence.EntityManager;
import java.util.List;

/** The latest records in the database, newest first. */
public final class NewestRecords {
    private NewestRecords() {}

    /** Within a transaction. */
    public static List<AuditRecord> of(EntityManager entityManager, int limit) {
        return entityManager
                .createQuery("select r from AuditRecord r order by r.id desc", AuditRow.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(AuditRow::value)
                .toList();
    }
}
