package io.hansa.proxy.capability;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * The descriptions of capabilities in the database. The registry's loading and the administration
 * use them within their transactions.
 */
@Dependent
public class CapabilityDescriptions {
    private final EntityManager entityManager;

    @Inject
    public CapabilityDescriptions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** All descriptions, by name. */
    public List<Capability> all() {
        return entityManager
                .createQuery("select c from Capability c order by c.name", CapabilityRow.class)
                .getResultStream()
                .map(CapabilityRow::value)
                .toList();
    }

    public Optional<Capability> find(String name) {
        return Optional.ofNullable(entityManager.find(CapabilityRow.class, name))
                .map(CapabilityRow::value);
    }

    /**
     * Creates or replaces the description of that name.
     *
     * @param revision the registry's revision that contains this change
     * @return the description with its new version
     */
    public Capability put(Capability capability, long revision) {
        CapabilityRow row = entityManager.find(CapabilityRow.class, capability.name());
        if (row == null) {
            row = new CapabilityRow(capability.name(), revision);
            row.apply(capability);
            entityManager.persist(row);
        } else {
            row.apply(capability);
        }
        entityManager.flush();
        return row.value();
    }

    public void remove(String name) {
        entityManager.remove(entityManager.find(CapabilityRow.class, name));
        entityManager.flush();
    }
}
