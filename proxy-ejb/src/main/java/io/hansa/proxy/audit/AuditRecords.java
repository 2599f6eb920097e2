package io.hansa.proxy.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The audit record in the database, within the caller's transaction. Entries are only added. */
@Dependent
public class AuditRecords {
    private final EntityManager entityManager;

    @Inject
    public AuditRecords(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public void append(AuditRecord change) {
        entityManager.persist(new AuditRow(change));
    }

    /** The latest changes, newest first. */
    public List<AuditRecord> newest(int limit) {
        return entityManager
                .createQuery("select r from AuditRecord r order by r.id desc", AuditRow.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(AuditRow::value)
                .toList();
    }
}
