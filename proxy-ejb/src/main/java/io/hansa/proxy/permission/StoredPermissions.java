package io.hansa.proxy.permission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * The grants in the database. For the registry's loading and for administration, within their
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
                .map(PermissionRow::value)
                .toList();
    }

    public Optional<Permission> find(String id) {
        return Optional.ofNullable(entityManager.find(PermissionRow.class, id))
                .map(PermissionRow::value);
    }

    /** The subject's grants, for whatever capability. */
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

    /** The subject's grants, and those of a peer's accounts with that peer's. */
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

    public void add(Permission permission) {
        entityManager.persist(new PermissionRow(permission));
        entityManager.flush();
    }

    public void remove(String id) {
        entityManager.remove(entityManager.find(PermissionRow.class, id));
        entityManager.flush();
    }
}
