package io.hansa.proxy.audit;

import io.hansa.proxy.audit.AuditRecord.Origin;
import io.hansa.proxy.configuration.ProxyIdentity;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Writes audit records within the caller's transaction. The chain's lock is held from the first
 * record until the end of the transaction. A transaction that also makes a revision of the registry
 * must call {@code Revisions.next} first: all transactions take the two locks in that order.
 */
@Dependent
public class AuditRecords {
    private final EntityManager entityManager;
    private final AuditChain chain;
    private final String node;
    private final CallOrigin call;

    @Inject
    AuditRecords(EntityManager entityManager, ProxyIdentity proxy, CallOrigin call) {
        this.entityManager = entityManager;
        this.chain = new AuditChain(entityManager);
        this.node = proxy.node();
        this.call = call;
    }

    /** Outside a container, where no call has an origin. */
    public AuditRecords(EntityManager entityManager) {
        this.entityManager = entityManager;
        this.chain = new AuditChain(entityManager);
        this.node = "";
        this.call = new CallOrigin();
    }

    public void append(AuditRecord record) {
        chain.append(record.origin() == null ? record.from(here()) : record);
    }

    /** The latest records, newest first. */
    public List<AuditRecord> newest(int limit) {
        return entityManager
                .createQuery("select r from AuditRecord r order by r.id desc", AuditRow.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(AuditRow::value)
                .toList();
    }

    private Origin here() {
        try {
            return new Origin(node, call.source(), call.traceId());
        } catch (ContextNotActiveException besideRequests) {
            return new Origin(node, "", "");
        }
    }
}
