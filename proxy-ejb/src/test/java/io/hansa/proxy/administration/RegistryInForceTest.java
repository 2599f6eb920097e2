package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.federation.PeerJson;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.Revisions;
import io.hansa.proxy.registry.SharedDatabase;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a change is in force, here and on other nodes, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class RegistryInForceTest {
    private static final String FRAMED =
            "{\"endpoint\":\"tcp://127.0.0.1:9001\",\"capabilities\":[\"trade.settle\",\"stock.move\"],"
                    + "\"framing\":{\"type\":\"length-prefix\",\"bytes\":2},\"charset\":\"IBM1047\"}";

    private final RegistryDatabase database;
    private final AdministrationNode node;

    RegistryInForceTest(SharedDatabase shared) {
        database = shared.get();
        node = AdministrationNode.onEmpty(database);
    }

    @Test
    void changeIsAtOnceHereElsewhereByPoll() {
        AdministrationNode other = new AdministrationNode(database.node());
        other.node().poll();
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"p\",\"groups\":[\"retail\",\"night\"]}");
        assertThat(node.registry().accounts().get("shop").groups())
                .containsExactlyInAnyOrder("retail", "night");
        assertThat(other.registry().accounts()).isEmpty();
        other.node().poll();
        assertThat(other.registry().accounts().get("shop").enabled()).isTrue();
        assertThat(other.registry().revision()).isEqualTo(node.registry().revision());
    }

    @Test
    void keepsEverythingThatAServerIsMadeOf() {
        node.put(Kind.SERVER, "trade-1", FRAMED);
        AdministrationNode other = new AdministrationNode(database.node());
        other.node().refresh().refresh();
        BusinessServer server = other.registry().servers().get("trade-1");
        assertThat(server).isEqualTo(node.registry().servers().get("trade-1"));
        assertThat(server.target().charset()).isEqualTo(Charset.forName("IBM1047"));
        assertThat(server.assist()).hasSize(1);
        assertThat(other.registry().serversFor("stock.move")).containsExactly(server);
    }

    @Test
    void breakerSettingReachesNodesUntilServerIsRemoved() {
        AdministrationNode other = new AdministrationNode(database.node());
        node.put(Kind.SERVER, "trade-1", FRAMED);
        node.put(Kind.BREAKER, "server:trade-1", "{\"state\":\"FORCED_OPEN\"}");
        other.node().refresh().refresh();

        assertThat(other.registry().breakers().get("server:trade-1").mode())
                .isEqualTo(Mode.FORCED_OPEN);
        assertThat(node.audit(1).get(0).toString()).contains("FORCED_OPEN", "breaker");

        node.remove(Kind.SERVER, "trade-1");
        assertThat(node.registry().breakers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server:nobody", "peer:nobody", "trade-1"})
    void noBreakerIsSetOfWhatThereIsNot(String target) {
        assertThatThrownBy(() -> node.put(Kind.BREAKER, target, "{\"state\":\"FORCED_OPEN\"}"))
                .isInstanceOf(Failure.class);
        assertThat(node.registry().breakers()).isEmpty();
    }

    @Test
    void keepsFallbacksAndLimitsOfAccountsAndPeers() {
        node.put(
                Kind.CAPABILITY,
                "a",
                "{\"fallback\":{\"contentType\":\"text/plain\",\"data\":\"später 世界\"}}");
        node.put(Kind.ACCOUNT, "shop", "{\"rateLimit\":{\"permits\":5,\"perMillis\":1000}}");
        node.put(
                Kind.PEER,
                "shop-b",
                "{\"url\":\"http://127.0.0.1:9\",\"link\":\"INTRANET\","
                        + "\"rateLimit\":{\"permits\":7,\"perMillis\":1000}}");
        AdministrationNode other = new AdministrationNode(database.node());
        other.node().refresh().refresh();

        assertThat(other.registry().capability("a").fallback())
                .isEqualTo(new Capability.Fallback("text/plain", "später 世界"));
        assertThat(other.registry().accounts().get("shop").rateLimit().permits()).isEqualTo(5);
        assertThat(other.registry().peers().get("shop-b").rateLimit().permits()).isEqualTo(7);
        assertThat(node.api().get(Kind.PEER, "shop-b").json().getJsonObject("rateLimit"))
                .isNotNull();
    }

    @Test
    void keepsARateLimitAndItsAbsence() {
        node.put(Kind.CAPABILITY, "a", "{\"rateLimit\":{\"permits\":5,\"perMillis\":60000}}");
        node.put(Kind.CAPABILITY, "b", "{\"description\":\"Größe 世界\"}");
        assertThat(node.registry().capability("a").rateLimit())
                .isEqualTo(new Capability.RateLimit(5, 60_000));
        assertThat(node.registry().capability("b").rateLimit()).isNull();
        assertThat(node.registry().capability("b").description()).isEqualTo("Größe 世界");
    }

    @Test
    void listsByName() {
        node.put(Kind.PEER, "shop-b", "{\"url\":\"http://127.0.0.1:8182\",\"link\":\"INTRANET\"}");
        node.put(Kind.PEER, "shop-0", "{\"url\":\"http://127.0.0.1:8181\",\"link\":\"INTRANET\"}");
        assertThat(node.list(Kind.PEER)).extracting(Item::key).containsExactly("shop-0", "shop-b");
    }

    @Test
    void keepsPeersTrustUntilItIsRemoved() {
        String trust =
                "\"organization\":\"bank\",\"capabilities\":[\"a.*\",\"b\"],"
                        + "\"certificate\":{\"san\":\"urn:hansa:bank\",\"sha256\":\""
                        + "0123456789abcdef".repeat(4)
                        + "\"}";
        node.put(Kind.PEER, "bank", "{\"url\":\"https://a\",\"link\":\"EXTRANET\"," + trust + "}");
        String longest = "peer:" + "p".repeat(100) + "/" + "a".repeat(100);
        grant("peer:bank/alice@example.com");
        grant("peer:bank_");
        grant(longest);
        AdministrationNode other = new AdministrationNode(database.node());
        other.node().refresh().refresh();

        Peer bank = other.registry().peers().get("bank");
        assertThat(PeerJson.print(bank).toString()).contains(trust);

        node.removeAll(Kind.PEER, "bank");

        assertThat(node.registry().permissions().byId().values())
                .extracting(permission -> permission.subject().toString())
                .containsExactlyInAnyOrder("peer:bank_", longest);
    }

    private void grant(String subject) {
        node.grant("{\"subject\":\"" + subject + "\",\"capability\":\"a\"}");
    }

    @Test
    void ignoresAPeerWithThisProxysOwnId() {
        String entry = "{\"url\":\"http://127.0.0.1:8182\",\"link\":\"INTRANET\"}";
        assertThatThrownBy(() -> node.put(Kind.PEER, "shop-a", entry))
                .hasMessageContaining("cannot be its own peer");
        node.put(Kind.PEER, "shop-b", entry);
        node.put(Kind.PEER, "shop-c", entry);
        node.node()
                .transaction(
                        () -> {
                            node.node()
                                    .entityManager()
                                    .createNativeQuery(
                                            "update peer set id = 'shop-a' where id = 'shop-c'")
                                    .executeUpdate();
                            return new Revisions(node.node().entityManager()).next();
                        });
        node.node().refresh().refresh();
        assertThat(node.registry().peers()).containsOnlyKeys("shop-b");
    }

    @Test
    void leavesOutOnlyTheServerOfNewerVersion() {
        node.put(Kind.SERVER, "trade-1", FRAMED);
        node.put(Kind.SERVER, "trade-2", FRAMED);
        node.node()
                .transaction(
                        () -> {
                            node.node()
                                    .entityManager()
                                    .createNativeQuery(
                                            "update business_server set framing ="
                                                    + " '{\"type\":\"of-the-future\"}' where id = 'trade-1'")
                                    .executeUpdate();
                            return new Revisions(node.node().entityManager()).next();
                        });
        node.node().refresh().refresh();
        assertThat(node.registry().servers()).containsOnlyKeys("trade-2");
    }

    /**
     * Each of these is one change that the other node, which has all before it, reads without the
     * rest.
     */
    @Test
    void anotherNodeFollowsEveryKindOfChange() {
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"p\",\"groups\":[\"retail\"]}");
        node.put(Kind.ACCOUNT, "depot", "{}");
        node.put(Kind.CAPABILITY, "a", "{}");
        node.put(Kind.SERVER, "trade-1", FRAMED);
        AdministrationNode other = new AdministrationNode(database.node());
        other.node().refresh().refresh();

        follow(other, () -> node.put(Kind.ACCOUNT, "shop", "{\"groups\":[\"night\",\"day\"]}"));
        follow(other, () -> node.put(Kind.CAPABILITY, "a", "{\"priority\":\"CORE\"}"));
        follow(other, () -> node.put(Kind.CAPABILITY, "b", "{}"));
        follow(
                other,
                () -> node.grant("{\"subject\":\"account:shop\",\"capability\":\"trade.settle\"}"));
        follow(
                other,
                () -> node.grant("{\"subject\":\"account:depot\",\"capability\":\"stock.move\"}"));
        follow(other, () -> node.put(Kind.SERVER, "trade-2", FRAMED));
        follow(
                other,
                () ->
                        node.put(
                                Kind.PEER,
                                "shop-b",
                                "{\"url\":\"http://127.0.0.1:9\",\"link\":\"INTRANET\"}"));
        follow(
                other,
                () -> node.put(Kind.BREAKER, "server:trade-1", "{\"state\":\"FORCED_OPEN\"}"));
        follow(other, () -> node.removeAll(Kind.ACCOUNT, "shop"));
        follow(other, () -> node.remove(Kind.SERVER, "trade-1"));
        follow(other, () -> node.remove(Kind.CAPABILITY, "a"));

        assertThat(other.registry().accounts()).containsOnlyKeys("depot");
        assertThat(other.registry().permissions().byId()).hasSize(1);
        assertThat(other.registry().breakers()).isEmpty();
        assertThat(other.registry().serversFor("trade.settle"))
                .extracting(BusinessServer::id)
                .containsExactly("trade-2");
    }

    /** The node that follows has the same as one that reads everything. */
    private void follow(AdministrationNode other, Runnable change) {
        change.run();
        other.node().poll();
        AdministrationNode fresh = new AdministrationNode(database.node());
        fresh.node().refresh().refresh();
        assertThat(other.registry()).usingRecursiveComparison().isEqualTo(fresh.registry());
    }

    @Test
    void aChangeOfOneAccountReadsNoOther() {
        node.put(Kind.ACCOUNT, "shop", "{}");
        node.put(Kind.ACCOUNT, "depot", "{}");
        Account untouched = node.registry().accounts().get("depot");

        node.put(Kind.ACCOUNT, "shop", "{\"enabled\":false}");

        assertThat(node.registry().accounts().get("shop").enabled()).isFalse();
        assertThat(node.registry().accounts().get("depot")).isSameAs(untouched);
    }

    @Test
    void revisionWithoutNotesIsReadWhole() {
        node.put(Kind.ACCOUNT, "shop", "{}");
        node.node()
                .transaction(
                        () -> {
                            node.node()
                                    .entityManager()
                                    .createNativeQuery("update account set enabled = false")
                                    .executeUpdate();
                            return new Revisions(node.node().entityManager()).next();
                        });

        node.put(Kind.ACCOUNT, "depot", "{}");

        assertThat(node.registry().accounts().get("shop").enabled()).isFalse();
        assertThat(node.registry().accounts()).containsKey("depot");
    }
}
