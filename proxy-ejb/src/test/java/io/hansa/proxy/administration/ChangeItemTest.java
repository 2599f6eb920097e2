package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Hashing;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a change leaves behind, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class ChangeItemTest {
    private static final String ADMIN = "{\"roles\":[\"ADMIN\"]}";

    private final RegistryDatabase database;
    private final AdministrationNode node;

    ChangeItemTest(SharedDatabase shared) {
        database = shared.get();
        node = AdministrationNode.onEmpty(database);
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
    void changedGroupsMakeANewVersion() {
        Item before = node.put(Kind.ACCOUNT, "shop", "{\"groups\":[\"a\"]}").item();
        Item after = node.put(Kind.ACCOUNT, "shop", "{\"groups\":[\"b\"]}").item();
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(node.registry().accounts().get("shop").groups()).containsExactly("b");
    }

    @Test
    void recreatedItemNeverRepeatsAVersion() {
        Map<Kind, String> items =
                Map.of(
                        Kind.ACCOUNT, "{}",
                        Kind.CAPABILITY, "{}",
                        Kind.SERVER, "{\"endpoint\":\"http://127.0.0.1:9002\",\"capabilities\":[]}",
                        Kind.PEER, "{\"url\":\"http://127.0.0.1:8182\",\"link\":\"INTRANET\"}");
        items.forEach(
                (kind, json) -> {
                    Item first = node.put(kind, "a", json).item();
                    node.remove(kind, "a");
                    assertThat(node.put(kind, "a", json).item().version())
                            .as(kind.word())
                            .isNotEqualTo(first.version());
                });
    }

    @Test
    void keepsThePasswordThatAReplacementOmits() {
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"shop-demo\"}");
        node.put(Kind.ACCOUNT, "shop", "{\"groups\":[\"retail\"]}");
        String hash = node.registry().accounts().get("shop").passwordHash();
        assertThat(Hashing.verify("shop-demo", hash)).isTrue();
    }

    @Test
    void newCredentialsBeginANewTokenGeneration() {
        long created = generation("{\"password\":\"shop-demo\"}");
        assertThat(generation("{\"groups\":[\"retail\"]}")).isEqualTo(created);
        long changed = generation("{\"password\":\"shop-demo\"}");
        assertThat(changed).isGreaterThan(created);
        long disabled = generation("{\"enabled\":false}");
        assertThat(disabled).isGreaterThan(changed);
        assertThat(generation("{\"enabled\":true}")).isEqualTo(disabled);
        node.remove(Kind.ACCOUNT, "shop");
        long anew = generation("{}");
        assertThat(anew).isGreaterThan(disabled);
        AdministrationNode another = new AdministrationNode(database.node());
        another.node().refresh().refresh();
        assertThat(another.registry().accounts().get("shop").tokenGeneration()).isEqualTo(anew);
    }

    private long generation(String json) {
        node.put(Kind.ACCOUNT, "shop", json);
        return node.registry().accounts().get("shop").tokenGeneration();
    }

    @Test
    void refusesAStaleVersionAndChangesNothing() {
        Item stale = node.put(Kind.CAPABILITY, "a", "{\"timeoutMillis\":1}").item();
        node.put(Kind.CAPABILITY, "a", "{\"timeoutMillis\":2}");
        long revision = node.registry().revision();
        Precondition precondition = Precondition.tagged(Set.of(stale.tag()));
        Refused.conflict(
                () -> node.put(Kind.CAPABILITY, "a", "{\"timeoutMillis\":3}", precondition));
        Refused.conflict(() -> node.remove(Kind.CAPABILITY, "a", precondition));
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
        Refused.conflict(() -> node.put(Kind.CAPABILITY, "a", "{}", Precondition.ABSENT));
        Refused.conflict(() -> node.put(Kind.CAPABILITY, "b", "{}", Precondition.PRESENT));
        Refused.conflict(
                () -> node.put(Kind.CAPABILITY, "b", "{}", Precondition.tagged(Set.of("1"))));
    }

    @Test
    void missingItemIsReportedOnReadAndRemove() {
        for (Kind kind : Kind.values()) {
            Refused.with(ErrorCode.NOT_FOUND, () -> node.api().get(kind, "nothing"));
            Refused.with(ErrorCode.NOT_FOUND, () -> node.remove(kind, "nothing"));
        }
    }

    @Test
    void keepsTheLastAdministrator() {
        node.put(Kind.ACCOUNT, "admin", ADMIN);
        node.put(Kind.ACCOUNT, "idle", "{\"roles\":[\"ADMIN\"],\"enabled\":false}");
        Refused.with(ErrorCode.IN_USE, () -> node.remove(Kind.ACCOUNT, "admin"));
        Refused.with(
                ErrorCode.IN_USE,
                () -> node.put(Kind.ACCOUNT, "admin", "{\"roles\":[\"CALLER\"]}"));
        Refused.with(
                ErrorCode.IN_USE,
                () -> node.put(Kind.ACCOUNT, "admin", "{\"roles\":[\"ADMIN\"],\"enabled\":false}"));
        node.remove(Kind.ACCOUNT, "idle");
        node.put(Kind.ACCOUNT, "second", ADMIN);
        node.remove(Kind.ACCOUNT, "admin");
        assertThat(node.registry().accounts()).containsOnlyKeys("second");
    }

    @Test
    void createsTheFirstAdministratorButNoSecond() {
        node.node().createFirstAdministrator("admin-demo");
        node.node().createFirstAdministrator(null);
        node.node().createFirstAdministrator("another");
        node.node().poll();
        assertThat(node.registry().accounts()).containsOnlyKeys("admin");
        String hash = node.registry().accounts().get("admin").passwordHash();
        assertThat(Hashing.verify("admin-demo", hash)).isTrue();
        assertThat(node.audit(10)).hasSize(1);
    }
}
