package io.hansa.proxy.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * The groups in the database. The registry's loading and the administration use them within their
 * transactions.
 */
@Dependent
public class Groups {
    private final EntityManager entityManager;

    @Inject
    public Groups(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** All groups, by name. */
    public List<Group> all() {
        return entityManager
                .createQuery("select g from GroupDescription g order by g.name", GroupRow.class)
                .getResultStream()
                .map(GroupRow::value)
                .toList();
    }

    public Optional<Group> find(String name) {
        return Optional.ofNullable(entityManager.find(GroupRow.class, name)).map(GroupRow::value);
    }

    /**
     * Creates or replaces the group of that name.
     *
     * @param revision the registry's revision that contains this change
     * @return the group with its new version
     */
    public Group put(Group group, long revision) {
        GroupRow row = entityManager.find(GroupRow.class, group.name());
        if (row == null) {
            row = new GroupRow(group.name(), revision);
            row.apply(group);
            entityManager.persist(row);
        } else {
            row.apply(group);
        }
        entityManager.flush();
        return row.value();
    }

    public void remove(String name) {
        entityManager.remove(entityManager.find(GroupRow.class, name));
        entityManager.flush();
    }
}
