package io.hansa.proxy.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What the container gives to, or shares among, those that use the registry. */
@Dependent
class RegistryBeans {
    @Produces
    @PersistenceContext(unitName = "hansa")
    private EntityManager entityManager;

    /** One for the whole node, and no proxy in front: every request reads it. */
    @Produces
    @Singleton
    static Registries registries() {
        return new Registries();
    }
}
