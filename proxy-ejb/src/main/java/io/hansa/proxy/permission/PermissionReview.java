package io.hansa.proxy.permission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/**
 * Permissions that an administrator may want to remove or renew, page by page, from the database.
 * Within the caller's transaction.
 */
@Dependent
public class PermissionReview {
    private static final String UNUSED =
            "from Permission p where coalesce(p.lastUsed, p.usesSince) < ?1";
    private static final String EXPIRING =
            "from Permission p where p.validUntil > ?1 and p.validUntil < ?2";

    private final EntityManager entityManager;

    @Inject
    public PermissionReview(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Those that decided about no request since then, though their use was noted by then. By id.
     *
     * @param after the id behind which the page begins; empty: the first page
     */
    public List<UnusedPermission> unused(Instant since, String after, int limit) {
        return entityManager
                .createQuery(
                        "select p " + UNUSED + " and p.id > ?2 order by p.id", PermissionRow.class)
                .setParameter(1, since)
                .setParameter(2, after)
                .setMaxResults(limit)
                .getResultStream()
                .map(PermissionRow::unused)
                .toList();
    }

    public long countUnused(Instant since) {
        return entityManager
                .createQuery("select count(p) " + UNUSED, Long.class)
                .setParameter(1, since)
                .getSingleResult();
    }

    /**
     * Those that end between two times, by their end and id.
     *
     * @param afterEnd the end of the last one of the page before
     * @param afterId its id
     */
    public List<Permission> expiring(
            Instant from, Instant before, Instant afterEnd, String afterId, int limit) {
        return entityManager
                .createQuery(
                        "select p "
                                + EXPIRING
                                + " and (p.validUntil > ?3 or p.validUntil = ?3 and p.id > ?4)"
                                + " order by p.validUntil, p.id",
                        PermissionRow.class)
                .setParameter(1, from)
                .setParameter(2, before)
                .setParameter(3, afterEnd)
                .setParameter(4, afterId)
                .setMaxResults(limit)
                .getResultStream()
                .map(PermissionRow::value)
                .toList();
    }

    public long countExpiring(Instant from, Instant before) {
        return entityManager
                .createQuery("select count(p) " + EXPIRING, Long.class)
                .setParameter(1, from)
                .setParameter(2, before)
                .getSingleResult();
    }
}
