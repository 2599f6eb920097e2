package io.hansa.proxy.breaker;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * The settings of breakers in the database. For the registry's loading and for administration,
 * within their transactions.
 */
@Dependent
public class BreakerSettings {
    private final EntityManager entityManager;

    @Inject
    public BreakerSettings(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** All, by target. */
    public List<BreakerSetting> all() {
        return entityManager
                .createQuery(
                        "select b from BreakerSetting b order by b.target", BreakerSettingRow.class)
                .getResultStream()
                .map(BreakerSettingRow::value)
                .toList();
    }

    public Optional<BreakerSetting> find(String target) {
        return Optional.ofNullable(entityManager.find(BreakerSettingRow.class, target))
                .map(BreakerSettingRow::value);
    }

    /**
     * Creates or replaces the setting of that target.
     *
     * @param revision of the registry with this change
     * @return the setting with its new version
     */
    public BreakerSetting put(BreakerSetting setting, long revision) {
        BreakerSettingRow row = entityManager.find(BreakerSettingRow.class, setting.target());
        if (row == null) {
            row = new BreakerSettingRow(setting.target(), revision);
            row.take(setting);
            entityManager.persist(row);
        } else {
            row.take(setting);
        }
        entityManager.flush();
        return row.value();
    }

    /** Nothing happens where there is none. */
    public void remove(String target) {
        BreakerSettingRow row = entityManager.find(BreakerSettingRow.class, target);
        if (row != null) {
            entityManager.remove(row);
            entityManager.flush();
        }
    }
}
