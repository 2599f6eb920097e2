package io.hansa.proxy.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which items an administrator removed, by the audit record. */
@Dependent
public class RemovedItems {
    /** How many items one query asks for. */
    private static final int BATCH = 500;

    private static final String REMOVED_LAST =
            """
            select r.item from AuditRecord r
            where r.kind = ?1 and r.item in ?2 and r.action = ?3
              and r.id = (select max(l.id) from AuditRecord l
                where l.kind = ?1 and l.item = r.item and l.action in ?4)""";

    private static final List<AuditRecord.Action> CHANGES =
            List.of(
                    AuditRecord.Action.CREATED,
                    AuditRecord.Action.REPLACED,
                    AuditRecord.Action.REMOVED);

    private final EntityManager entityManager;

    @Inject
    public RemovedItems(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Those of the items whose latest change is their removal.
     *
     * @param kind as audit records name it
     */
    @Transactional(TxType.REQUIRED)
    public Set<String> among(String kind, Collection<String> items) {
        List<String> all = List.copyOf(items);
        Set<String> removed = new HashSet<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            removed.addAll(
                    entityManager
                            .createQuery(REMOVED_LAST, String.class)
                            .setParameter(1, kind)
                            .setParameter(2, all.subList(from, Math.min(all.size(), from + BATCH)))
                            .setParameter(3, AuditRecord.Action.REMOVED)
                            .setParameter(4, CHANGES)
                            .getResultList());
        }
        return removed;
    }
}
