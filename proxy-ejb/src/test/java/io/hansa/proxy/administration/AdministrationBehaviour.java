package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Passwords;
import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecord.Action;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registry.RegistryDatabase;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administration does, whatever the database: each one runs all of it. */
abstract class AdministrationBehaviour {
    private static final String ADMIN = "{\"roles\":[\"ADMIN\"]}";
    private static final String FRAMED =
            "{\"endpoint\":\"tcp://127.0.0.1:9001\",\"capabilities\":[\"trade.settle\",\"stock.move\"],"
                    + "\"framing\":{\"type\":\"length-prefix\",\"bytes\":2},\"charset\":\"IBM1047\"}";

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private AdministrationNode node;

    abstract RegistryDatabase database();

    @BeforeEach
    void start() {
        node = new AdministrationNode(database().node());
        node.node().transaction(this::empty);
        node.node().refresh().refresh();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void putsAChangeInForceOnThisNodeAtOnceAndOnOthersWithTheirPoll() {
        AdministrationNode other = new AdministrationNode(database().node());
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
    void createsThenReplacesUnderAnotherVersion() {
        Written created = node.put(Kind.CAPABILITY, "price.quote", "{\"timeoutMillis\":100}");
        Written replaced = node.put(Kind.CAPABILITY, "price.quote", "{\"timeoutMillis\":200}");
        assertThat(created.created()).isTrue();
        assertThat(replaced.created()).isFalse();
        assertThat(replaced.item().version()).isGreaterThan(created.item().version());
        assertThat(node.api().get(Kind.CAPABILITY, "price.quote")).isEqualTo(replaced.item());
        assertThat(node.registry().capability("price.quote").timeoutMillis()).isEqualTo(200);
    }

    @Test
    void countsAChangeOfNothingButGroupsAsAnotherVersion() {
        Item before = node.put(Kind.ACCOUNT, "shop", "{\"groups\":[\"a\"]}").item();
        Item after = node.put(Kind.ACCOUNT, "shop", "{\"groups\":[\"b\"]}").item();
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(node.registry().accounts().get("shop").groups()).containsExactly("b");
    }

    @Test
    void neverRepeatsAVersionWhereAnItemIsRemovedAndMadeAnew() {
        Item first = node.put(Kind.CAPABILITY, "a", "{}").item();
        node.remove(Kind.CAPABILITY, "a");
        Item second = node.put(Kind.CAPABILITY, "a", "{}").item();
        assertThat(second.version()).isNotEqualTo(first.version());
    }

    @Test
    void keepsEverythingThatAServerIsMadeOf() {
        node.put(Kind.SERVER, "trade-1", FRAMED);
        AdministrationNode other = new AdministrationNode(database().node());
        other.node().refresh().refresh();
        BusinessServer server = other.registry().servers().get("trade-1");
        assertThat(server).isEqualTo(node.registry().servers().get("trade-1"));
        assertThat(server.target().charset()).isEqualTo(Charset.forName("IBM1047"));
        assertThat(server.assist()).hasSize(1);
        assertThat(other.registry().serversFor("stock.move")).containsExactly(server);
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
        node.put(Kind.PEER, "shop-a", "{\"url\":\"http://127.0.0.1:8181\",\"link\":\"INTRANET\"}");
        assertThat(node.api().list(Kind.PEER))
                .extracting(Item::key)
                .containsExactly("shop-a", "shop-b");
    }

    @Test
    void keepsThePasswordThatAReplacementDoesNotName() {
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"shop-demo\"}");
        node.put(Kind.ACCOUNT, "shop", "{\"groups\":[\"retail\"]}");
        String hash = node.registry().accounts().get("shop").passwordHash();
        assertThat(Passwords.verify("shop-demo", hash)).isTrue();
    }

    @Test
    void refusesAStaleVersionAndChangesNothing() {
        Item stale = node.put(Kind.CAPABILITY, "a", "{\"timeoutMillis\":1}").item();
        node.put(Kind.CAPABILITY, "a", "{\"timeoutMillis\":2}");
        long revision = node.registry().revision();
        Precondition precondition = Precondition.tagged(Set.of(stale.tag()));
        conflict(() -> node.put(Kind.CAPABILITY, "a", "{\"timeoutMillis\":3}", precondition));
        conflict(() -> node.api().remove(Kind.CAPABILITY, "a", precondition, "admin"));
        node.node().refresh().refresh();
        assertThat(node.registry().capability("a").timeoutMillis()).isEqualTo(2);
        assertThat(node.registry().revision()).isEqualTo(revision);
    }

    @Test
    void takesTheRightVersion() {
        Item item = node.put(Kind.CAPABILITY, "a", "{\"timeoutMillis\":1}").item();
        Precondition precondition = Precondition.tagged(Set.of("other", item.tag()));
        node.put(Kind.CAPABILITY, "a", "{\"timeoutMillis\":3}", precondition);
        assertThat(node.registry().capability("a").timeoutMillis()).isEqualTo(3);
    }

    @Test
    void createsOnlyWhereAskedToOnlyCreate() {
        node.put(Kind.CAPABILITY, "a", "{}", Precondition.ABSENT);
        conflict(() -> node.put(Kind.CAPABILITY, "a", "{}", Precondition.ABSENT));
        conflict(() -> node.put(Kind.CAPABILITY, "b", "{}", Precondition.PRESENT));
        conflict(() -> node.put(Kind.CAPABILITY, "b", "{}", Precondition.tagged(Set.of("1"))));
    }

    @Test
    void saysThatThereIsNothingToReadOrToRemove() {
        for (Kind kind : Kind.values()) {
            fails(ErrorCode.NOT_FOUND, () -> node.api().get(kind, "nothing"));
            fails(ErrorCode.NOT_FOUND, () -> node.remove(kind, "nothing"));
        }
    }

    @Test
    void recordsWhoChangedWhatFromWhatToWhat() {
        Instant start = Instant.now().minusSeconds(1);
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"secret-1\"}");
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"secret-2\",\"enabled\":false}");
        node.put(Kind.ACCOUNT, "shop", "{\"enabled\":true}");
        node.remove(Kind.ACCOUNT, "shop");
        List<AuditRecord> records = node.api().audit(4);
        assertThat(records)
                .extracting(AuditRecord::action)
                .containsExactly(Action.REMOVED, Action.REPLACED, Action.REPLACED, Action.CREATED);
        assertThat(records).allMatch(r -> r.who().equals("admin") && r.key().equals("shop"));
        assertThat(records).allMatch(r -> r.when().isAfter(start) && r.kind().equals("account"));
        AuditRecord disabling = records.get(2);
        assertThat(disabling.before().getBoolean("enabled")).isTrue();
        assertThat(disabling.after().getBoolean("enabled")).isFalse();
        assertThat(disabling.after().getBoolean("passwordChanged")).isTrue();
        assertThat(records.get(1).after().getBoolean("passwordChanged")).isFalse();
        assertThat(records.toString()).doesNotContain("secret").doesNotContain("argon2");
        assertThat(node.api().audit(1)).hasSize(1);
    }

    @Test
    void recordsNothingOfAChangeThatIsRefused() {
        node.put(Kind.CAPABILITY, "a", "{}");
        conflict(() -> node.put(Kind.CAPABILITY, "a", "{}", Precondition.ABSENT));
        assertThat(node.api().audit(1000)).hasSize(1);
    }

    @Test
    void grantsTheSameOnceOnly() {
        String grant =
                "{\"subject\":\"account:shop\",\"capability\":\"trade.settle\",\"server\":\"trade-1\","
                        + "\"validFrom\":\"2026-01-01T00:00:00.123456789Z\",\"validUntil\":null}";
        Written first = node.grant(grant);
        Written again = node.grant(grant);
        assertThat(first.created()).isTrue();
        assertThat(again).isEqualTo(new Written(first.item(), false));
        assertThat(node.api().list(Kind.PERMISSION)).containsExactly(first.item());
        assertThat(node.api().audit(1000)).hasSize(1);
        assertThat(node.registry().permissions().held(Subject.account("shop"), "trade.settle"))
                .hasSize(1);
    }

    @Test
    void tellsGrantsApartByEachOfTheirMembers() {
        node.grant("{\"subject\":\"account:a\",\"capability\":\"x\"}");
        node.grant("{\"subject\":\"group:a\",\"capability\":\"x\"}");
        node.grant("{\"subject\":\"account:a\",\"capability\":\"y\"}");
        node.grant("{\"subject\":\"account:a\",\"capability\":\"x\",\"server\":\"s\"}");
        node.grant(
                "{\"subject\":\"account:a\",\"capability\":\"x\",\"validUntil\":\"2027-01-01T00:00:00Z\"}");
        node.grant(
                "{\"subject\":\"account:a\",\"capability\":\"x\",\"validFrom\":\"2026-01-01T00:00:00Z\","
                        + "\"validUntil\":\"2027-01-01T00:00:00Z\"}");
        assertThat(node.api().list(Kind.PERMISSION)).hasSize(6);
    }

    @Test
    void takesTheGrantsOfAnAccountWithIt() {
        node.put(Kind.ACCOUNT, "shop", "{}");
        node.grant("{\"subject\":\"account:shop\",\"capability\":\"trade.settle\"}");
        node.grant("{\"subject\":\"group:shop\",\"capability\":\"trade.settle\"}");
        node.remove(Kind.ACCOUNT, "shop");
        node.put(Kind.ACCOUNT, "shop", "{}");
        assertThat(node.registry().permissions().held(Subject.account("shop"), "trade.settle"))
                .isEmpty();
        assertThat(node.registry().permissions().held(Subject.group("shop"), "trade.settle"))
                .hasSize(1);
        assertThat(node.api().audit(2).get(1).kind()).isEqualTo("permission");
    }

    @Test
    void keepsTheLastAdministrator() {
        node.put(Kind.ACCOUNT, "admin", ADMIN);
        node.put(Kind.ACCOUNT, "idle", "{\"roles\":[\"ADMIN\"],\"enabled\":false}");
        conflict(() -> node.remove(Kind.ACCOUNT, "admin"));
        conflict(() -> node.put(Kind.ACCOUNT, "admin", "{\"roles\":[\"CALLER\"]}"));
        conflict(
                () -> node.put(Kind.ACCOUNT, "admin", "{\"roles\":[\"ADMIN\"],\"enabled\":false}"));
        node.remove(Kind.ACCOUNT, "idle");
        node.put(Kind.ACCOUNT, "second", ADMIN);
        node.remove(Kind.ACCOUNT, "admin");
        assertThat(node.registry().accounts()).containsOnlyKeys("second");
    }

    @Test
    void letsTheFirstAdministratorInAndNoSecondOne() {
        node.node().createFirstAdministrator(null);
        node.node().createFirstAdministrator("admin-demo");
        node.node().createFirstAdministrator("another");
        node.node().poll();
        assertThat(node.registry().accounts()).containsOnlyKeys("admin");
        String hash = node.registry().accounts().get("admin").passwordHash();
        assertThat(Passwords.verify("admin-demo", hash)).isTrue();
        assertThat(node.api().audit(10)).hasSize(1);
    }

    @Test
    void letsOneOfTwoNodesThatCreateTheSameAtOnce() {
        List<Boolean> created =
                atOnce(each -> each.put(Kind.CAPABILITY, "a", "{}", Precondition.ABSENT).created());
        assertThat(created).containsExactlyInAnyOrder(true, false);
        assertThat(node.api().audit(10)).hasSize(1);
    }

    @Test
    void keepsAnAdministratorWhenTwoRemoveEachOtherAtOnce() {
        node.put(Kind.ACCOUNT, "anne", ADMIN);
        node.put(Kind.ACCOUNT, "bert", ADMIN);
        Iterator<String> names = List.of("anne", "bert").iterator();
        List<Boolean> removed =
                atOnce(
                        names::next,
                        (each, name) -> {
                            each.remove(Kind.ACCOUNT, name);
                            return true;
                        });
        assertThat(removed).containsExactlyInAnyOrder(true, false);
        node.node().refresh().refresh();
        assertThat(node.registry().accounts()).hasSize(1);
    }

    @Test
    void countsEveryChangeOfNodesThatChangeAtOnce() {
        long revision = node.registry().revision();
        atOnce(
                each -> {
                    for (int i = 0; i < 20; i++) {
                        each.put(Kind.CAPABILITY, "c" + i, "{\"timeoutMillis\":" + (i + 1) + "}");
                    }
                    return true;
                });
        node.node().poll();
        assertThat(node.registry().revision()).isEqualTo(revision + 40);
        assertThat(node.registry().capabilities()).hasSize(20);
        assertThat(node.api().audit(1000)).hasSize(40);
    }

    @Test
    void leavesOutAServerThatANewerVersionWroteAndKeepsTheRest() {
        node.put(Kind.SERVER, "trade-1", FRAMED);
        node.put(Kind.SERVER, "trade-2", FRAMED);
        node.node()
                .transaction(
                        () ->
                                node.node()
                                        .entityManager()
                                        .createNativeQuery(
                                                "update business_server set framing ="
                                                        + " '{\"type\":\"of-the-future\"}' where id = 'trade-1'")
                                        .executeUpdate());
        node.node().refresh().refresh();
        assertThat(node.registry().servers()).containsOnlyKeys("trade-2");
    }

    private List<Boolean> atOnce(Predicate<AdministrationNode> change) {
        return atOnce(() -> "", (each, none) -> change.test(each));
    }

    /** Has two nodes begin at the same moment; says of each whether its change was made. */
    private List<Boolean> atOnce(
            Supplier<String> names, BiPredicate<AdministrationNode, String> change) {
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<Boolean>> results = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            AdministrationNode each = new AdministrationNode(database().node());
            String name = names.get();
            results.add(
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    start.await(10, TimeUnit.SECONDS);
                                    return change.test(each, name);
                                } catch (Failure refused) {
                                    return false;
                                } catch (Exception broken) {
                                    throw new IllegalStateException(broken);
                                }
                            },
                            threads));
        }
        return results.stream().map(CompletableFuture::join).toList();
    }

    private Object empty() {
        for (String table :
                List.of(
                        "server_capability",
                        "business_server",
                        "account_role",
                        "account_group",
                        "account",
                        "permission",
                        "capability",
                        "peer",
                        "audit_record")) {
            node.node().entityManager().createNativeQuery("delete from " + table).executeUpdate();
        }
        return node.node()
                .entityManager()
                .createNativeQuery("update registry_revision set revision = revision + 1")
                .executeUpdate();
    }

    private static void conflict(ThrowingCallable call) {
        fails(ErrorCode.CHANGE_CONFLICT, call);
    }

    private static void fails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
