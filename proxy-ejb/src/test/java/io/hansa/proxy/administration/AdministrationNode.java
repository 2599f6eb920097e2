package io.hansa.proxy.administration;

import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.Hashing;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.capability.CapabilityDescriptions;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.federation.KnownPeers;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.StoredPermissions;
import io.hansa.proxy.registration.RegisteredServers;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.RegistryNode;
import io.hansa.proxy.registry.Revisions;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Administration on one node; transactions as the container would make them. For one thread. */
final class AdministrationNode {
    private final RegistryNode node;
    private final EntityManager entityManager;
    private final Administration administration;

    AdministrationNode(RegistryNode node) {
        this.node = node;
        this.entityManager = node.entityManager();
        StoredPermissions permissions = new StoredPermissions(entityManager);
        BreakerSettings breakers = new BreakerSettings(entityManager);
        PermissionItems permissionItems = new PermissionItems(permissions);
        this.administration =
                new Administration(
                        new ItemsOfKinds(
                                new AccountItems(new Accounts(entityManager), Hashing.PASSWORDS),
                                new CapabilityItems(new CapabilityDescriptions(entityManager)),
                                new ServerItems(new RegisteredServers(entityManager), breakers),
                                permissionItems,
                                new PeerItems(
                                        new ProxyIdentity(
                                                "shop-a", "shanghai", "shop", "shop-a", null),
                                        new KnownPeers(entityManager),
                                        breakers),
                                new BreakerItems(
                                        breakers,
                                        new RegisteredServers(entityManager),
                                        new KnownPeers(entityManager))),
                        read(),
                        change(permissions, permissionItems),
                        grant(permissions, permissionItems),
                        node.refresh());
    }

    /** A node of a proxy that was only just set up. */
    static AdministrationNode onEmpty(RegistryDatabase database) {
        database.empty();
        AdministrationNode node = new AdministrationNode(database.node());
        node.node().refresh().refresh();
        return node;
    }

    Administration api() {
        return administration;
    }

    RegistryNode node() {
        return node;
    }

    Registry registry() {
        return node.registries().current();
    }

    Written put(Kind kind, String key, String json) {
        return put(kind, key, json, Precondition.NONE);
    }

    Written put(Kind kind, String key, String json, Precondition precondition) {
        return administration.put(kind, key, JsonText.object(json), precondition, "admin");
    }

    void remove(Kind kind, String key) {
        administration.remove(kind, key, Precondition.NONE, "admin");
    }

    Written grant(String json) {
        return administration.grant(JsonText.object(json), "admin");
    }

    private AuditTrail trail() {
        return new AuditTrail(new AuditRecords(entityManager), Clock.systemUTC());
    }

    private ReadItems read() {
        return new ReadItems(new AuditRecords(entityManager)) {
            @Override
            public <V> List<Item> all(Items<V> items) {
                return node.transaction(() -> super.all(items));
            }

            @Override
            public Item one(Items<?> items, String key) {
                return node.transaction(() -> super.one(items, key));
            }

            @Override
            public List<AuditRecord> newestChanges(int limit) {
                return node.transaction(() -> super.newestChanges(limit));
            }
        };
    }

    private ChangeItem change(StoredPermissions permissions, PermissionItems items) {
        return new ChangeItem(new Revisions(entityManager), permissions, items, trail()) {
            @Override
            public <V> Written put(
                    ReplaceableItems<V> kind,
                    String key,
                    Function<Optional<V>, V> change,
                    Precondition precondition,
                    String who) {
                return node.transaction(() -> super.put(kind, key, change, precondition, who));
            }

            @Override
            public <V> void remove(
                    Items<V> kind, String key, Precondition precondition, String who) {
                node.transaction(
                        () -> {
                            super.remove(kind, key, precondition, who);
                            return null;
                        });
            }
        };
    }

    private GrantPermission grant(StoredPermissions permissions, PermissionItems items) {
        return new GrantPermission(new Revisions(entityManager), permissions, items, trail()) {
            @Override
            public Written grant(Permission wanted, String who) {
                return node.transaction(() -> super.grant(wanted, who));
            }
        };
    }
}
