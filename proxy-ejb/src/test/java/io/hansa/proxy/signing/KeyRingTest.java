package io.hansa.proxy.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import io.hansa.proxy.secret.SecretKeyFile;
import io.hansa.proxy.token.ManualClock;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The signing keys of several nodes on one registry, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class KeyRingTest {
    private final RegistryDatabase database;
    private final ManualClock clock = new ManualClock();
    @TempDir private Path directory;

    KeyRingTest(SharedDatabase shared) {
        database = shared.get();
        database.empty();
    }

    @Test
    void nodesAndRestartsShareOneKey() {
        KeyNode first = node("secret.key").open();
        KeyNode second = node("secret.key").open();

        assertThat(second.keys().get().id()).isEqualTo(first.keys().get().id());
        assertThat(second.keys().document())
                .isEqualTo(first.keys().document())
                .contains(first.keys().get().id())
                .doesNotContain("\"d\"");
        assertThat(first.states()).containsExactly("active");
    }

    @Test
    void theRegistryHoldsNoKeyInTheClear() {
        KeyNode node = node("secret.key").open();
        String secret = node.keys().get().secretJwk();
        String d = secret.replaceAll(".*\"d\":\"([^\"]*)\".*", "$1");

        Object stored =
                node.registry()
                        .entityManager()
                        .createNativeQuery("select secret from signing_key", String.class)
                        .getSingleResult();

        assertThat(d).hasSize(43);
        assertThat((String) stored).isNotBlank().doesNotContain(d);
    }

    @Test
    void nodeWithoutTheKeyFileRefusesToStart() {
        node("secret.key").open();

        assertThatThrownBy(node("another.key")::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another.key")
                .hasMessageContaining("Copy it there from another node");
        assertThat(Files.exists(directory.resolve("another.key"))).isFalse();
    }

    @Test
    void nodeWithAnotherKeyFileRefusesToStart() {
        node("secret.key").open();
        new SecretKeyFile(directory.resolve("another.key")).readOrCreate();

        assertThatThrownBy(node("another.key")::open)
                .hasMessageContaining("is not the one with which")
                .hasMessageContaining("copy it from another node");
    }

    @Test
    void aNewKeyIsPublishedBeforeItSigns() {
        KeyNode first = node("secret.key").open();
        KeyNode second = node("secret.key").open();
        String old = first.keys().get().id();

        first.ring().rotate(new KeyRotation("admin", null, false));
        second.turn();

        assertThat(second.states()).containsExactly("active", "next");
        assertThat(second.keys().get().id()).isEqualTo(old);
        String next = second.keys().all().get(1).key().id();
        assertThat(second.keys().document()).contains(old, next);

        clock.forward(KeyNode.AHEAD);
        assertThat(second.states()).containsExactly("retired", "active");
        assertThat(first.keys().get().id()).isEqualTo(second.keys().get().id()).isEqualTo(next);
        assertThat(second.keys().find(old)).isPresent();
    }

    @Test
    void anOldKeyGoesWithItsLastToken() {
        KeyNode first = node("secret.key").open();
        KeyNode second = node("secret.key").open();
        String old = first.keys().get().id();
        first.ring().rotate(new KeyRotation("admin", null, false));
        clock.forward(KeyNode.AHEAD.plus(KeyNode.KEPT));
        first.turn();
        assertThat(first.keys().find(old)).isPresent();

        clock.forward(Duration.ofSeconds(1));
        first.turn();
        second.turn();

        assertThat(first.keys().find(old)).isEmpty();
        assertThat(second.keys().find(old)).isEmpty();
        assertThat(second.states()).containsExactly("active");
    }

    @Test
    void twoRotationsAtOnceMakeOneKey() {
        KeyNode first = node("secret.key").open();
        KeyNode second = node("secret.key").open();

        first.ring().rotate(new KeyRotation("admin", null, false));
        second.ring().rotate(new KeyRotation("admin", null, false));

        assertThat(second.states()).containsExactly("active", "next");
    }

    @Test
    void dryRunTellsTheRotationAndMakesNone() {
        KeyNode node = node("secret.key").open();
        String old = node.keys().get().id();

        JsonObject plan = node.ring().rotate(new KeyRotation("admin", null, true));

        List<JsonObject> changes = plan.getJsonArray("changes").getValuesAs(JsonObject.class);
        assertThat(changes)
                .extracting(change -> change.isNull("before"))
                .containsExactly(true, false);
        assertThat(changes.get(1).getString("key")).isEqualTo(old);
        assertThat(changes.get(1).getJsonObject("after").getString("until")).isNotNull();
        node.turn();
        assertThat(node.states()).containsExactly("active");
        assertThat(node.keys().get().id()).isEqualTo(old);
    }

    @Test
    void aKeyIsReplacedWhenItGrowsOld() {
        KeyNode node = node("secret.key").open();
        String old = node.keys().get().id();
        clock.forward(KeyNode.ROTATE.minus(KeyNode.AHEAD).minusSeconds(1));
        node.turn();
        assertThat(node.states()).containsExactly("active");

        clock.forward(Duration.ofSeconds(1));
        node.turn();
        node.turn();
        assertThat(node.states()).containsExactly("active", "next");

        clock.forward(KeyNode.AHEAD);
        assertThat(node.keys().get().id()).isNotEqualTo(old);
    }

    @Test
    void rotationIsAuditedWithoutSecrets() {
        KeyNode node = node("secret.key").open();
        node.ring().rotate(new KeyRotation("carol", null, false));

        var audited =
                node.registry()
                        .entityManager()
                        .createNativeQuery(
                                "select account, action, after_json from audit_record"
                                        + " where kind = 'key' order by id",
                                Object[].class)
                        .getResultList();

        assertThat(audited)
                .extracting(row -> ((Object[]) row)[0] + " " + ((Object[]) row)[1])
                .containsExactly("start CREATED", "carol CREATED", "carol REPLACED");
        assertThat(audited)
                .allSatisfy(
                        row ->
                                assertThat((String) ((Object[]) row)[2])
                                        .contains("\"algorithm\":\"ES256\"")
                                        .doesNotContain("\"d\""));
    }

    private KeyNode node(String file) {
        return new KeyNode(database, directory.resolve(file), clock);
    }
}
