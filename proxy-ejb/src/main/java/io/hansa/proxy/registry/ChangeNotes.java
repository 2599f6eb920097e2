package io.hansa.proxy.registry;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table {@code registry_change}, within the caller's transaction. */
final class ChangeNotes {
    /** A node that was away for longer reads everything. */
    private static final int KEPT = 1000;

    /**
     * More items are not followed but everything is read. It is more than one document may change:
     * to read everything takes the memory of the whole registry once more.
     */
    private static final int MAX_FOLLOWED = 20_000;

    private static final String NOTE =
            """
            insert into registry_change (revision, part, item)
            select cast(?1 as bigint), cast(?2 as varchar(20)), cast(?3 as varchar(110))
            where not exists (select 1 from registry_change
                where revision = ?1 and part = ?2 and item = ?3)""";
    private static final String FORGET = "delete from registry_change where revision < ?1";
    private static final String DECISIONS =
            "select count(*) from registry_change c where c.part = ?1 and c.revision > ?2";

    private static final String CHANGES =
            """
            select c.revision, c.part, c.item from registry_change c
            where c.revision > ?1 and c.revision <= ?2""";

    private final EntityManager entityManager;

    ChangeNotes(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void forgetBefore(long revision) {
        entityManager.createNativeQuery(FORGET).setParameter(1, revision - KEPT).executeUpdate();
    }

    void insert(long revision, Part part, String item) {
        entityManager
                .createNativeQuery(NOTE)
                .setParameter(1, revision)
                .setParameter(2, part.name())
                .setParameter(3, item)
                .executeUpdate();
    }

    /** As {@link Revisions#between}. */
    Optional<Changes> between(long before, long now) {
        if (before < 0 || now < before || now - before > KEPT) {
            return Optional.empty();
        }
        Changes changes = new Changes();
        Set<Long> known = new HashSet<>();
        for (Object[] row : notes(before, now)) {
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

    /** All that is noted from one revision to another. */
    Changes noted(long before, long now) {
        Changes changes = new Changes();
        for (Object[] row : notes(before, now)) {
            Part.named((String) row[1]).ifPresent(part -> changes.add(part, (String) row[2]));
        }
        return changes;
    }

    boolean decidedAfter(long revision) {
        Object decisions =
                entityManager
                        .createNativeQuery(DECISIONS)
                        .setParameter(1, Part.HELD.name())
                        .setParameter(2, revision)
                        .getSingleResult();
        return ((Number) decisions).longValue() > 0;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> notes(long before, long now) {
        return entityManager
                .createNativeQuery(CHANGES, Object[].class)
                .setParameter(1, before)
                .setParameter(2, now)
                .getResultList();
    }
}
