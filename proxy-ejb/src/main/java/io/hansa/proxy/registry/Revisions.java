package io.hansa.proxy.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** The count of changes to the registry in the database, within the caller's transaction. */
@Dependent
public class Revisions {
    private static final String READ = "select r.revision from RegistryRevision r where r.id = 1";
    private static final String RAISE =
            "update RegistryRevision r set r.revision = r.revision + 1 where r.id = 1";

    private final EntityManager entityManager;

    @Inject
    public Revisions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public long current() {
        return entityManager.createQuery(READ, Long.class).getSingleResult();
    }

    /**
     * Begins a change: call it before anything is read that the change depends on. Changes of all
     * nodes wait here for one another until the end of their transactions.
     *
     * @return the registry's revision once this transaction has committed
     */
    public long next() {
        entityManager.createQuery(RAISE).executeUpdate();
        return current();
    }

    /** The current revision, which stays the current one until the end of this transaction. */
    long hold() {
        return entityManager
                .createQuery("select r from RegistryRevision r where r.id = 1", RevisionRow.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult()
                .revision();
    }
}
