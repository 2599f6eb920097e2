package io.hansa.proxy.registry;

import io.hansa.proxy.failure.FailedChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.TransactionScoped;
import org.hibernate.SessionFactory;

/**
 * What the container gives to, or shares among, those that use the registry. Payara Server looks
 * the entity manager that it injects up again at each call, in the module whose thread it is: a
 * request's thread belongs to the WAR, and the unit to the EJB module. So the unit is taken once,
 * at the start, and each transaction gets a manager from it.
 */
@ApplicationScoped
class RegistryBeans {
    private volatile SessionFactory unit;

    /** To be called by an EJB of this module, before another class needs the registry. */
    void open(EntityManagerFactory injected) {
        unit = injected.unwrap(SessionFactory.class);
    }

    @Produces
    @TransactionScoped
    EntityManager entityManager() {
        return unit.openSession();
    }

    void close(@Disposes EntityManager entityManager) {
        entityManager.close();
    }

    /** One for the whole node, and no proxy in front: every request reads it. */
    @Produces
    @Singleton
    static Registries registries() {
        return new Registries();
    }

    @Produces
    @Singleton
    static RegistryCondition condition() {
        return new RegistryCondition(System::nanoTime);
    }

    @Produces
    @Singleton
    static FailedChanges failedChanges(RegistryCondition condition) {
        return condition::changeFailed;
    }
}
