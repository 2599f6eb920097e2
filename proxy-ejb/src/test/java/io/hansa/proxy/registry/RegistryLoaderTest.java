package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.account.Accounts;
import io.hansa.proxy.account.Groups;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.capability.CapabilityDescriptions;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.KnownPeers;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.override.StoredOverrides;
import io.hansa.proxy.permission.StoredPermissions;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.RegisteredServers;
import io.hansa.proxy.registration.ServerJson;
import io.hansa.proxy.registration.ServerSamples;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Loading while another node changes the registry, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class RegistryLoaderTest {
    private final SharedDatabase shared;
    private final RegistryNode node;
    private final RegistryNode other;
    private Runnable whileLoading = () -> {};

    RegistryLoaderTest(SharedDatabase shared) {
        this.shared = shared;
        this.node = shared.get().node();
        this.other = shared.get().node();
    }

    @Test
    void loadsTheRevisionThatHeldThroughout() {
        long revision = change();
        assertThat(node.transaction(() -> loader().load(Registry.EMPTY)))
                .get()
                .returns(revision, Registry::revision);
    }

    @Test
    void retriesARegistryOfTwoRevisions() {
        whileLoading = this::change;
        assertThat(node.transaction(() -> loader().load(Registry.EMPTY))).isEmpty();
    }

    @Test
    void locksChangesOutWhereReadsKeepFailing() {
        long revision = change();
        whileLoading =
                () -> assertThatThrownBy(this::change).isInstanceOf(PersistenceException.class);
        assertThat(node.transaction(() -> loader().loadUndisturbed(Registry.EMPTY)).revision())
                .isEqualTo(revision);
        assertThat(change()).isEqualTo(revision + 1);
    }

    @Test
    void serverWithRefusedRulesIsLoadedWithoutWork() {
        String rules =
                "[{\"regex\":\"(((a{1,100}){1,100}){1,100})\",\"capability\":\"price.quote\",\"data\":\"@all\"}]";
        other.transaction(
                () -> {
                    long revision = new Revisions(other.entityManager()).next();
                    BusinessServer server = ServerSamples.framed("trade-9", "trade.settle");
                    new RegisteredServers(other.entityManager()).put(server, revision);
                    return other.entityManager()
                            .createNativeQuery(
                                    "update business_server set assist = ?1 where id = 'trade-9'")
                            .setParameter(1, rules)
                            .executeUpdate();
                });
        Registry loaded = node.transaction(() -> loader().loadUndisturbed(Registry.EMPTY));
        BusinessServer server = loaded.servers().get("trade-9");
        assertThat(loaded.serversFor("trade.settle")).doesNotContain(server);
        assertThat(ServerJson.print(server).getJsonArray("assist")).hasToString(rules);
        other.transaction(
                () -> {
                    new RegisteredServers(other.entityManager()).remove("trade-9");
                    return new Revisions(other.entityManager()).next();
                });
    }

    /** Another node's change, which does not wait for long. */
    private long change() {
        EntityManager entityManager = other.entityManager();
        return other.transaction(
                () -> {
                    entityManager
                            .createNativeQuery(
                                    shared == SharedDatabase.H2
                                            ? "set lock_timeout 200"
                                            : "set local lock_timeout = '200ms'")
                            .executeUpdate();
                    return new Revisions(entityManager).next();
                });
    }

    private RegistryLoader loader() {
        EntityManager entityManager = node.entityManager();
        return new RegistryLoader(
                new Revisions(entityManager),
                new Accounts(entityManager),
                new Groups(entityManager),
                new StoredPermissions(entityManager),
                new CapabilityDescriptions(entityManager),
                new KnownTargets(
                        new ProxyIdentity("shop-a", "shanghai", "shop", "shop-a", null),
                        new RegisteredServers(entityManager),
                        new KnownPeers(entityManager) {
                            @Override
                            public List<Peer> all() {
                                whileLoading.run();
                                return super.all();
                            }
                        },
                        new BreakerSettings(entityManager),
                        new StoredOverrides(entityManager)));
    }
}
