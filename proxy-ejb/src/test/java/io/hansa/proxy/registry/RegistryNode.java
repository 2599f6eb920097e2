package io.hansa.proxy.registry;

import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.Groups;
import io.hansa.proxy.account.Hashing;
import io.hansa.proxy.audit.AuditRecords;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.capability.CapabilityDescriptions;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.configuration.SecretFiles;
import io.hansa.proxy.federation.KnownPeers;
import io.hansa.proxy.override.StoredOverrides;
import io.hansa.proxy.permission.StoredPermissions;
import io.hansa.proxy.registration.RegisteredServers;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The registry's side of one node; transactions as the container would make them. For one thread.
 */
public final class RegistryNode {
    private static final Path KEY_FILE = Path.of("target", "tests", "hansa-secret.key");

    private final EntityManager entityManager;
    private final Registries registries = new Registries();
    private final RegistryRefresh refresh;
    private final RegistryPoll poll;

    RegistryNode(EntityManager entityManager) {
        this.entityManager = entityManager;
        this.refresh = new RegistryRefresh(loader(), registries);
        this.poll = new RegistryPoll(refresh);
    }

    public EntityManager entityManager() {
        return entityManager;
    }

    public Registries registries() {
        return registries;
    }

    public RegistryRefresh refresh() {
        return refresh;
    }

    /** What the timer does twice a second. */
    public void poll() {
        poll.run();
    }

    public void createFirstAdministrator(String password) {
        createFirstAdministrator(password, KEY_FILE);
    }

    /**
     * @param keyFile beside it is the file of a one-time password
     */
    public void createFirstAdministrator(String password, Path keyFile) {
        transaction(
                () -> {
                    new FirstAdministrator(
                                    new Revisions(entityManager),
                                    new Accounts(entityManager),
                                    new AuditRecords(entityManager),
                                    Clock.systemUTC(),
                                    Hashing.PASSWORDS,
                                    new OneTimePassword(new SecretFiles(keyFile)))
                            .create(Optional.ofNullable(password));
                    return null;
                });
    }

    /** Runs the work in a transaction of its own, which it rolls back where the work fails. */
    public <T> T transaction(Supplier<T> work) {
        entityManager.getTransaction().begin();
        try {
            T result = work.get();
            entityManager.getTransaction().commit();
            return result;
        } finally {
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
            entityManager.clear();
        }
    }

    public RegistryLoader loader() {
        return new RegistryLoader(
                new Revisions(entityManager),
                new Accounts(entityManager),
                new Groups(entityManager),
                new StoredPermissions(entityManager),
                new CapabilityDescriptions(entityManager),
                new KnownTargets(
                        new ProxyIdentity("shop-a", "shanghai", "shop", "shop-a", null),
                        new RegisteredServers(entityManager),
                        new KnownPeers(entityManager),
                        new BreakerSettings(entityManager),
                        new StoredOverrides(entityManager))) {
            @Override
            public long revision() {
                return transaction(super::revision);
            }

            @Override
            public Optional<Registry> load(Registry before) {
                return transaction(() -> super.load(before));
            }

            @Override
            public Registry loadUndisturbed(Registry before) {
                return transaction(() -> super.loadUndisturbed(before));
            }
        };
    }
}
