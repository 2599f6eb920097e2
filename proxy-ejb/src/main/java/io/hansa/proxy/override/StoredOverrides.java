package io.hansa.proxy.override;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * The overrides in the database. For the registry's loading and for administration, within their
 * transactions.
 */
@Dependent
public class StoredOverrides {
    private final EntityManager entityManager;

    @Inject
    public StoredOverrides(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** All, by target. Those that have ended are there until their end is recorded. */
    public List<OperatingOverride> all() {
        return entityManager
                .createQuery(
                        "select o from OperatingOverride o order by o.target", OverrideRow.class)
                .getResultStream()
                .map(OverrideRow::value)
                .toList();
    }

    public Optional<OperatingOverride> find(String target) {
        return Optional.ofNullable(entityManager.find(OverrideRow.class, target))
                .map(OverrideRow::value);
    }

    /**
     * Creates or replaces the override of that target.
     *
     * @param revision of the registry with this change
     * @return the override with its new version
     */
    public OperatingOverride put(OperatingOverride override, long revision) {
        OverrideRow row = entityManager.find(OverrideRow.class, override.target());
        if (row == null) {
            row = new OverrideRow(override.target(), revision);
            row.take(override);
            entityManager.persist(row);
        } else {
            row.take(override);
        }
        entityManager.flush();
        return row.value();
    }

    /** Nothing happens where there is none. */
    public void remove(String target) {
        OverrideRow row = entityManager.find(OverrideRow.class, target);
        if (row != null) {
            entityManager.remove(row);
            entityManager.flush();
        }
    }
}
