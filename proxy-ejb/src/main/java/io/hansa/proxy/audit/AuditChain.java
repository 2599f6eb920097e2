package io.hansa.proxy.audit;

import io.hansa.proxy.audit.ChainEnds.Place;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;

/** The chain in the database, within the caller's transaction. */
final class AuditChain {
    /** The kind of records about the audit record itself. */
    static final String KIND = "audit";

    private static final Integer ONE = 1;
    private static final int MAX_ADOPTED = 500;
    private static final String ENDS = "select c from AuditChain c where c.id = 1";
    private static final String UNCHAINED =
            "select r from AuditRecord r where r.sequence is null order by r.id";

    private static final String ANY_UNCHAINED =
            "select r.id from AuditRecord r where r.sequence is null";

    private final EntityManager entityManager;

    AuditChain(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Adds a record, whose origin is known, at the end. */
    void append(AuditRecord record) {
        ChainRow ends = lock();
        if (ends.ends().last().sequence() == 0) {
            while (adopt(ends) == MAX_ADOPTED) {
                entityManager.flush();
            }
        }
        AuditRow row = new AuditRow(record);
        ends.link(row);
        entityManager.persist(row);
        // It is inserted. A transaction may have thousands, and each flush would compare all.
        entityManager.detach(row);
    }

    /**
     * Chains records of an older version of Hansa, in the order in which they were written.
     *
     * @return whether there may be more of them
     */
    boolean adopt() {
        boolean none =
                entityManager
                        .createQuery(ANY_UNCHAINED, Long.class)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
        return !none && adopt(lock()) == MAX_ADOPTED;
    }

    /**
     * Waits until no other transaction of any node adds a record, and keeps it so. Asks the
     * database once in a transaction.
     */
    ChainRow lock() {
        return entityManager.find(ChainRow.class, ONE, LockModeType.PESSIMISTIC_WRITE);
    }

    ChainEnds ends() {
        return entityManager.createQuery(ENDS, ChainRow.class).getSingleResult().ends();
    }

    /** The records after that sequence number, in order. */
    List<ChainedRecord> after(long sequence, int limit) {
        return entityManager
                .createQuery(
                        "select r from AuditRecord r where r.sequence > :after order by r.sequence",
                        AuditRow.class)
                .setParameter("after", sequence)
                .setMaxResults(limit)
                .getResultStream()
                .map(AuditRow::chained)
                .toList();
    }

    /** Removes the records up to that place, and makes it the anchor. */
    void removeThrough(Place place) {
        lock().anchor(place);
        entityManager
                .createQuery("delete from AuditRecord r where r.sequence <= :through")
                .setParameter("through", place.sequence())
                .executeUpdate();
    }

    private int adopt(ChainRow ends) {
        List<AuditRow> rows =
                entityManager
                        .createQuery(UNCHAINED, AuditRow.class)
                        .setMaxResults(MAX_ADOPTED)
                        .getResultList();
        rows.forEach(ends::link);
        return rows.size();
    }
}
