package io.hansa.proxy.registry;

import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.Groups;
import io.hansa.proxy.account.Hashing;
import io.hansa.proxy.audit.AuditRecords;
import io.hansa.proxy.audit.RemovedItems;
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
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The registry's side of one node; transactions as the container would make them. For one thread.
 */
public final class RegistryNode {
    private static final Path KEY_FILE = Path.of("target", "tests", "hansa-secret.key");

    private final EntityManager entityManager;
    private final Registries registries = new Registries();
    private final RegistryCondition condition = new RegistryCondition(() -> 0);
    private final RegistryRefresh refresh;
    private final RegistryPoll poll;

    RegistryNode(EntityManager entityManager) {
        this.entityManager = entityManager;
        this.refresh = new RegistryRefresh(loader(), registries, losses());
        this.poll = new RegistryPoll(refresh, condition, refresh::refreshIfMoved, () -> {});
    }

    public EntityManager entityManager() {
        return entityManager;
    }

    public Registries registries() {
        return registries;
    }

    /** Of a database that always answers. */
    public RegistryCondition condition() {
        return condition;
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

    /** What the timer does every ten seconds besides. */
    public void review() {
        refresh.review();
    }

    private Losses losses() {
        return new Losses(
                new RemovedItems(entityManager) {
                    @Override
                    public Set<String> among(String kind, Collection<String> items) {
                        return transaction(() -> super.among(kind, items));
                    }
                });
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
            public Registry noted(Registry before, long revision) {
                return transaction(() -> super.noted(before, revision));
            }

            @Override
            public boolean decidedAfter(long revision) {
                return transaction(() -> super.decidedAfter(revision));
            }

            @Override
            public Map<Part, Long> counts() {
                return transaction(super::counts);
            }

            @Override
            public Registry loadUndisturbed(Registry before) {
                return transaction(() -> super.loadUndisturbed(before));
            }
        };
    }
}
