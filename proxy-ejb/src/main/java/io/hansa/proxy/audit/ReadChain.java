package io.hansa.proxy.audit;

import io.hansa.proxy.audit.ChainEnds.Place;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/**
 * Reads the chain in short transactions, so that a long check or a slow reader holds no connection.
 */
@Dependent
class ReadChain {
    private final EntityManager entityManager;
    private final AuditChain chain;

    @Inject
    ReadChain(EntityManager entityManager) {
        this.entityManager = entityManager;
        this.chain = new AuditChain(entityManager);
    }

    /**
     * A stretch of the chain.
     *
     * @param ends as they are after the records were read, so that records which retention removed
     *     before are not taken for missing
     */
    record Stretch(List<ChainedRecord> records, ChainEnds ends) {}

    @Transactional(TxType.REQUIRED)
    public ChainEnds ends() {
        return chain.ends();
    }

    @Transactional(TxType.REQUIRED)
    public Stretch after(long sequence, int limit) {
        List<ChainedRecord> records = chain.after(sequence, limit);
        return new Stretch(records, chain.ends());
    }

    /** The records of the filter after the first and up to the last number, in order. */
    @Transactional(TxType.REQUIRED)
    public List<ChainedRecord> matching(long after, long last, AuditFilter filter, int limit) {
        String jpql =
                "select r from AuditRecord r where r.sequence > :after and r.sequence <= :last"
                        + filter.conditions()
                        + " order by r.sequence";
        return filter.set(entityManager.createQuery(jpql, AuditRow.class))
                .setParameter("after", after)
                .setParameter("last", last)
                .setMaxResults(limit)
                .getResultStream()
                .map(AuditRow::chained)
                .toList();
    }

    /** The number of the newest record; 0 if there is none. */
    @Transactional(TxType.REQUIRED)
    public long newest() {
        return entityManager
                .createQuery("select coalesce(max(r.sequence), 0) from AuditRecord r", Long.class)
                .getSingleResult();
    }

    /** Records that are not chained yet. */
    @Transactional(TxType.REQUIRED)
    public long unchained() {
        return entityManager
                .createQuery(
                        "select count(r) from AuditRecord r where r.sequence is null", Long.class)
                .getSingleResult();
    }

    /** The anchor as the record of the last removal states it; null if there is no such record. */
    @Transactional(TxType.REQUIRED)
    public Place recordedAnchor() {
        return entityManager
                .createQuery(
                        """
                        select r.before from AuditRecord r
                        where r.kind = :kind and r.account = :who and r.before is not null
                        order by r.sequence desc""",
                        String.class)
                .setParameter("kind", AuditChain.KIND)
                .setParameter("who", AuditRetention.WHO)
                .setMaxResults(1)
                .getResultStream()
                .map(ReadChain::place)
                .findFirst()
                .orElse(null);
    }

    private static Place place(String removal) {
        try {
            JsonObject removed = JsonText.object(removal);
            return new Place(
                    removed.getJsonNumber("through").longValueExact(), removed.getString("hash"));
        } catch (Failure | ClassCastException | NullPointerException tampered) {
            return new Place(0, removal);
        }
    }
}
