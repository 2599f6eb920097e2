package io.hansa.proxy.audit;

import io.hansa.proxy.audit.AuditRecord.Origin;
import io.hansa.proxy.configuration.ProxyIdentity;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/**
 * Writes audit records within the caller's transaction. The chain's lock is held from the first
 * record until the end of the transaction. A transaction that also makes a revision of the registry
 * must call {@code Revisions.next} first: all transactions take the two locks in that order.
 */
@Dependent
public class AuditRecords {
    private final AuditChain chain;
    private final String node;
    private final CallOrigin call;

    @Inject
    AuditRecords(EntityManager entityManager, ProxyIdentity proxy, CallOrigin call) {
        this.chain = new AuditChain(entityManager);
        this.node = proxy.node();
        this.call = call;
    }

    /** Outside a container, where no call has an origin. */
    public AuditRecords(EntityManager entityManager) {
        this.chain = new AuditChain(entityManager);
        this.node = "";
        this.call = new CallOrigin();
    }

    public void append(AuditRecord record) {
        chain.append(record.origin() == null ? record.from(here()) : record);
    }

    private Origin here() {
        try {
            return new Origin(node, call.source(), call.traceId());
        } catch (ContextNotActiveException besideRequests) {
            return new Origin(node, "", "");
        }
    }
}
