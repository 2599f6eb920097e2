package io.hansa.proxy.permission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The permissions in the database. For the registry's loading and for administration, within their
 * transactions.
 */
@Dependent
public class StoredPermissions {
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
                .map(this::released)
                .toList();
    }

    public Optional<Permission> find(String id) {
        return Optional.ofNullable(entityManager.find(PermissionRow.class, id))
                .map(PermissionRow::value);
    }

    /**
     * Those of the ids that exist, by id.
     *
     * @param ids as many as one query takes
     */
    public List<Permission> find(Collection<String> ids) {
        return entityManager
                .createQuery(
                        "select p from Permission p where p.id in ?1 order by p.id",
                        PermissionRow.class)
                .setParameter(1, ids)
                .getResultStream()
                .map(this::released)
                .toList();
    }

    /** Entities that are kept take ten times the memory, and each flush compares them. */
    private Permission released(PermissionRow row) {
        Permission value = row.value();
        entityManager.detach(row);
        return value;
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
