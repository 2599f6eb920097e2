package io.hansa.proxy.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** The transactions of the background writer. */
@Dependent
class WriteAudit {
    private final AuditChain chain;

    @Inject
    WriteAudit(EntityManager entityManager) {
        this.chain = new AuditChain(entityManager);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void append(List<AuditRecord> records) {
        records.forEach(chain::append);
    }

    /** Returns if the database answers. */
    @Transactional(TxType.REQUIRES_NEW)
    public void ask() {
        chain.ends();
    }

    /**
     * Chains records of an older version.
     *
     * @return whether there may be more
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean adopt() {
        return chain.adopt();
    }
}
