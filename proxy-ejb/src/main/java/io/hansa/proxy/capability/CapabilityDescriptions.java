package io.hansa.proxy.capability;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
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
                .map(this::released)
                .toList();
    }

    /**
     * Those that exist, by name.
     *
     * @param names as many as one query takes
     */
    public List<Capability> find(Collection<String> names) {
        return entityManager
                .createQuery(
                        "select c from Capability c where c.name in ?1 order by c.name",
                        CapabilityRow.class)
                .setParameter(1, names)
                .getResultStream()
                .map(this::released)
                .toList();
    }

    /** Entities that are kept take ten times the memory, and each flush compares them. */
    private Capability released(CapabilityRow row) {
        Capability value = row.value();
        entityManager.detach(row);
        return value;
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
