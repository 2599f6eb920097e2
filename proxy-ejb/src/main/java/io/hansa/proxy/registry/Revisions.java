package io.hansa.proxy.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The count of changes to the registry in the database, within the caller's transaction. */
@Dependent
public class Revisions {
    private static final String READ = "select r.revision from RegistryRevision r where r.id = 1";
    private static final String RAISE =
            "update RegistryRevision r set r.revision = r.revision + 1 where r.id = 1";

    private static final String NOTE =
            """
            insert into registry_change (revision, part, item)
            select cast(?1 as bigint), cast(?2 as varchar(20)), cast(?3 as varchar(110))
            where not exists (select 1 from registry_change
                where revision = ?1 and part = ?2 and item = ?3)""";
    private static final String FORGET = "delete from registry_change where revision < ?1";
    private static final String CHANGES =
            """
            select c.revision, c.part, c.item from registry_change c
            where c.revision > ?1 and c.revision <= ?2""";

    /** A node that was away for longer reads everything. */
    private static final int KEPT = 1000;

    /** Reading more items one by one takes longer than reading everything. */
    private static final int MAX_FOLLOWED = 2000;

    private final EntityManager entityManager;
    private final ItemFacts facts;

    @Inject
    public Revisions(EntityManager entityManager) {
        this.entityManager = entityManager;
        this.facts = new ItemFacts(entityManager);
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
        long revision = current();
        entityManager.createNativeQuery(FORGET).setParameter(1, revision - KEPT).executeUpdate();
        return revision;
    }

    /**
     * Notes that an item was created or changed, so that nodes need not read everything again.
     *
     * @param revision as {@link #next} gave it
     * @param item its name or id
     */
    public void note(long revision, Part part, String item) {
        insert(revision, part, item);
        facts.changed(part, item, revision);
    }

    /** The same for an item that was removed. */
    public void noteRemoved(long revision, Part part, String item) {
        insert(revision, part, item);
        facts.removed(part, item);
    }

    private void insert(long revision, Part part, String item) {
        entityManager
                .createNativeQuery(NOTE)
                .setParameter(1, revision)
                .setParameter(2, part.name())
                .setParameter(3, item)
                .executeUpdate();
    }

    /**
     * What was changed after the one revision, up to the other; empty where that is not known of
     * each revision in between.
     */
    Optional<Changes> between(long before, long now) {
        if (before < 0 || now < before || now - before > KEPT) {
            return Optional.empty();
        }
        Changes changes = new Changes();
        Set<Long> known = new HashSet<>();
        for (Object found :
                entityManager
                        .createNativeQuery(CHANGES, Object[].class)
                        .setParameter(1, before)
                        .setParameter(2, now)
                        .getResultList()) {
            Object[] row = (Object[]) found;
            Optional<Part> part = Part.named((String) row[1]);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            known.add(((Number) row[0]).longValue());
            changes.add(part.get(), (String) row[2]);
        }
        if (changes.size() > MAX_FOLLOWED) {
            return Optional.empty();
        }
        return known.size() == now - before ? Optional.of(changes) : Optional.empty();
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
