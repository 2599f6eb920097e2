package io.hansa.proxy.permission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The permissions in the database. For the registry's loading and for administration, within their
 * transactions.
 */
@Dependent
public class StoredPermissions {
    /** How many ids one query asks for. */
    private static final int BATCH = 500;

    private final EntityManager entityManager;

    @Inject
    public StoredPermissions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** All, by subject and capability. */
    public List<Permission> all() {
        return entityManager
                .createQuery(
                        """
                        select p from Permission p
                        order by p.subjectKind, p.subjectName, p.capability, p.id""",
                        PermissionRow.class)
                .getResultStream()
                .map(PermissionRow::value)
                .toList();
    }

    public Optional<Permission> find(String id) {
        return Optional.ofNullable(entityManager.find(PermissionRow.class, id))
                .map(PermissionRow::value);
    }

    /** Those of the ids that exist, by id. */
    public List<Permission> find(Collection<String> ids) {
        List<String> all = ids.stream().distinct().sorted().toList();
        List<Permission> found = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += BATCH) {
            entityManager
                    .createQuery(
                            "select p from Permission p where p.id in ?1 order by p.id",
                            PermissionRow.class)
                    .setParameter(1, all.subList(from, Math.min(all.size(), from + BATCH)))
                    .getResultStream()
                    .map(PermissionRow::value)
                    .forEach(found::add);
        }
        return found;
    }

    /** The subject's permissions, for all capabilities. */
    public List<Permission> of(Subject subject) {
        return entityManager
                .createQuery(
                        """
                        select p from Permission p
                        where p.subjectKind = ?1 and p.subjectName = ?2 order by p.id""",
                        PermissionRow.class)
                .setParameter(1, subject.kind())
                .setParameter(2, subject.name())
                .getResultStream()
                .map(PermissionRow::value)
                .toList();
    }

    /** The subject's permissions, and those of a peer's accounts with that peer's. */
    public List<Permission> endingWith(Subject subject) {
        return entityManager
                .createQuery(
                        """
                        select p from Permission p
                        where p.subjectKind = ?1
                          and (p.subjectName = ?2 or locate(?3, p.subjectName) = 1)
                        order by p.id""",
                        PermissionRow.class)
                .setParameter(1, subject.kind())
                .setParameter(2, subject.name())
                .setParameter(3, subject.name() + "/")
                .getResultStream()
                .map(PermissionRow::value)
                .toList();
    }

    /**
     * Creates or replaces the permission of that id. Its use goes on being counted.
     *
     * @param revision the registry's revision that contains this change
     * @return the permission with its new version
     */
    public Permission put(Permission permission, long revision) {
        PermissionRow row = entityManager.find(PermissionRow.class, permission.id());
        if (row == null) {
            row = new PermissionRow(permission.id(), revision);
            row.apply(permission);
            entityManager.persist(row);
        } else {
            row.apply(permission);
        }
        entityManager.flush();
        return row.value();
    }

    public void remove(String id) {
        entityManager.remove(entityManager.find(PermissionRow.class, id));
        entityManager.flush();
    }
}
