package io.hansa.proxy.administration;

import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.Groups;
import io.hansa.proxy.account.Hashing;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import io.hansa.proxy.audit.NewestRecords;
import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.capability.CapabilityDescriptions;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.federation.KnownPeers;
import io.hansa.proxy.health.HealthJournal;
import io.hansa.proxy.health.ServerStates;
import io.hansa.proxy.listing.ListRequest;
import io.hansa.proxy.listing.Page;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.override.StoredOverrides;
import io.hansa.proxy.permission.StoredPermissions;
import io.hansa.proxy.probe.LatestProbes;
import io.hansa.proxy.registration.RegisteredServers;
import io.hansa.proxy.registration.ServerConnections;
import io.hansa.proxy.registry.ItemFact;
import io.hansa.proxy.registry.ItemFacts;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.RegistryNode;
import io.hansa.proxy.registry.Revisions;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Administration on one node; transactions as the container would make them. For one thread. */
final class AdministrationNode {
    private static final ProxyIdentity OWN =
            new ProxyIdentity("shop-a", "shanghai", "shop", "shop-a", null);

    private final RegistryNode node;
    private final EntityManager entityManager;
    private final ItemFacts facts;
    private final ItemsOfKinds kinds;
    private final ReadItems read;
    private final Administration administration;

    AdministrationNode(RegistryNode node) {
        this.node = node;
        this.entityManager = node.entityManager();
        this.facts = new ItemFacts(entityManager);
        this.kinds = kinds();
        this.read = read();
        this.administration =
                new Administration(kinds, read, list(), change(), node.refresh(), node.condition());
    }

    private ItemsOfKinds kinds() {
        BreakerSettings breakers = new BreakerSettings(entityManager);
        RegisteredServers servers = new RegisteredServers(entityManager);
        KnownPeers peers = new KnownPeers(entityManager);
        return new ItemsOfKinds(
                List.of(
                        new AccountItems(new Accounts(entityManager), Hashing.PASSWORDS),
                        new GroupItems(new Groups(entityManager), new GroupSizes()),
                        new CapabilityItems(new CapabilityDescriptions(entityManager)),
                        new ServerItems(
                                servers, breakers, new StoredOverrides(entityManager), states()),
                        new PermissionItems(new StoredPermissions(entityManager)),
                        new PeerItems(OWN, peers, breakers),
                        new BreakerItems(breakers, servers, peers, Clock.systemUTC()),
                        new OverrideItems(
                                new StoredOverrides(entityManager),
                                servers,
                                new ProxyLoad("here", null, System::nanoTime),
                                Clock.systemUTC())));
    }

    private ServerStates states() {
        Clock clock = Clock.systemUTC();
        return new ServerStates(
                node.registries(),
                BreakerSamples.breakers(clock),
                new ServerConnections(null) {
                    @Override
                    public boolean quarantined(String server) {
                        return false;
                    }
                },
                new LatestProbes(node.registries()),
                new HealthJournal(record -> {}, clock),
                clock);
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
        return write(kind, key, json, precondition).written();
    }

    WriteResult write(Kind kind, String key, String json, Precondition precondition) {
        return administration.put(
                kind, key, JsonText.object(json), precondition, WriteOptions.by("admin"));
    }

    WriteResult patch(Kind kind, String key, String json) {
        return administration.patch(
                kind, key, JsonText.object(json), Precondition.NONE, WriteOptions.by("admin"));
    }

    void remove(Kind kind, String key) {
        remove(kind, key, Precondition.NONE);
    }

    void remove(Kind kind, String key, Precondition precondition) {
        administration.remove(kind, key, false, precondition, WriteOptions.by("admin"));
    }

    /** With all that names it. */
    void removeAll(Kind kind, String key) {
        administration.remove(kind, key, true, Precondition.NONE, WriteOptions.by("admin"));
    }

    Written grant(String json) {
        return administration.grant(JsonText.object(json), WriteOptions.by("admin")).written();
    }

    List<Item> list(Kind kind) {
        return administration.list(kind, Map.of()).items();
    }

    /** The latest records, newest first. */
    List<AuditRecord> audit(int limit) {
        return node.transaction(() -> NewestRecords.of(entityManager, limit));
    }

    JsonObject export() {
        return new ExportItems(kinds, node.registries(), facts) {
            @Override
            public JsonObject document(Set<Kind> wanted, Label label) {
                return node.transaction(() -> super.document(wanted, label));
            }
        }.document(Set.of(), null);
    }

    JsonObject apply(JsonObject document, Label prune, boolean allowDeletes, boolean dryRun) {
        return new ApplyDocument(kinds, node.registries(), read, administration)
                .apply(document, prune, allowDeletes, new WriteOptions("admin", null, dryRun));
    }

    private ReadItems read() {
        return new ReadItems(facts, node.registries()) {
            @Override
            public <V> Item one(Items<V> items, String key) {
                return node.transaction(() -> super.one(items, key));
            }

            @Override
            public Collection<ItemFact> labelled(Kind kind) {
                return node.transaction(() -> super.labelled(kind));
            }
        };
    }

    private ListItems list() {
        return new ListItems(node.registries(), new SortedItems(), facts) {
            @Override
            public <V> Page<Item> page(Items<V> items, ListRequest request) {
                return node.transaction(() -> super.page(items, request));
            }
        };
    }

    DecideHeld held() {
        Revisions revisions = new Revisions(entityManager);
        return new DecideHeld(
                node.registries(),
                new SettleHeld(
                        revisions,
                        node.registries(),
                        node.loader(),
                        new Writing(revisions, facts, kinds, trail()),
                        kinds,
                        trail()) {
                    @Override
                    public Outcome accept(WriteOptions options) {
                        return node.transaction(() -> super.accept(options));
                    }

                    @Override
                    public Outcome reject(WriteOptions options) {
                        return node.transaction(() -> super.reject(options));
                    }
                },
                node.refresh(),
                Clock.systemUTC());
    }

    private AuditTrail trail() {
        return new AuditTrail(new AuditRecords(entityManager), Clock.systemUTC());
    }

    private ChangeItems change() {
        AuditTrail trail = trail();
        Revisions revisions = new Revisions(entityManager);
        return new ChangeItems(
                revisions,
                node.registries(),
                node.loader(),
                new Writing(revisions, facts, kinds, trail),
                new Consequences(OWN, List::of, Clock.systemUTC())) {
            @Override
            public Outcome make(List<Change> changes, WriteOptions options) {
                return node.transaction(() -> super.make(changes, options));
            }
        };
    }
}
