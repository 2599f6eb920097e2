package io.hansa.proxy.audit;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.audit.ChainEnds.Place;
import io.hansa.proxy.configuration.AuditLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Removes the oldest records as the settings state. Each removal leaves the hash of the last
 * removed record as the chain's anchor, and a record of the removal that repeats it. So an anchor
 * that was moved by other means is found.
 */
@Dependent
class AuditRetention {
    static final String WHO = "retention";
    private static final int MAX_REMOVED = 5000;

    private final EntityManager entityManager;
    private final AuditChain chain;
    private final AuditRecords records;
    private final AuditLimits limits;
    private final Clock clock;

    @Inject
    AuditRetention(
            EntityManager entityManager, AuditRecords records, AuditLimits limits, Clock clock) {
        this.entityManager = entityManager;
        this.chain = new AuditChain(entityManager);
        this.records = records;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether any setting asks for a removal. */
    boolean isOn() {
        return limits.keepDays() > 0 || limits.keepRecords() > 0;
    }

    /**
     * Removes at most 5,000 records.
     *
     * @return whether there may be more to remove
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean removeOldest() {
        ChainEnds ends = chain.lock().ends();
        List<Object[]> oldest =
                entityManager
                        .createQuery(
                                """
                                select r.sequence, r.recordedAt, r.recordHash from AuditRecord r
                                where r.sequence > :after order by r.sequence""",
                                Object[].class)
                        .setParameter("after", ends.anchor().sequence())
                        .setMaxResults(MAX_REMOVED)
                        .getResultList();
        Place through = null;
        int count = 0;
        for (Object[] row : oldest) {
            if (!isDue((Long) row[0], (Instant) row[1], ends)) {
                break;
            }
            through = new Place((Long) row[0], (String) row[2]);
            count++;
        }
        if (through == null) {
            return false;
        }
        long from = ends.anchor().sequence() + 1;
        chain.removeThrough(through);
        records.append(removal(from, through));
        return count == MAX_REMOVED;
    }

    /** Counts the record of the removal itself. */
    private boolean isDue(long sequence, Instant recordedAt, ChainEnds ends) {
        long records = ends.last().sequence() - ends.anchor().sequence();
        return limits.keepRecords() > 0
                        && records > limits.keepRecords()
                        && sequence <= ends.last().sequence() + 1 - limits.keepRecords()
                || limits.keepDays() > 0
                        && recordedAt.isBefore(
                                clock.instant().minus(Duration.ofDays(limits.keepDays())));
    }

    private AuditRecord removal(long from, Place through) {
        JsonObject removed =
                JSON.createObjectBuilder()
                        .add("from", from)
                        .add("through", through.sequence())
                        .add("hash", through.hash())
                        .build();
        return AuditRecord.of(
                clock.instant(),
                WHO,
                AuditChain.KIND,
                from + "-" + through.sequence(),
                removed,
                null);
    }
}
