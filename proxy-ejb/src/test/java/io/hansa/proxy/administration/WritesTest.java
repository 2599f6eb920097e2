package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.registry.SharedDatabase;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Labels, PATCH, dry runs, consequences and uses, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class WritesTest {
    private static final String SERVER =
            "{\"endpoint\":\"http://127.0.0.1:9002\",\"capabilities\":[\"price.quote\"]}";
    private static final String GRANT =
            "{\"subject\":\"account:shop\",\"capability\":\"price.quote\"}";

    private final AdministrationNode node;

    WritesTest(SharedDatabase shared) {
        node = AdministrationNode.onEmpty(shared.get());
    }

    @Test
    void everyKindTakesLabelsAndShowsChangeTime() {
        node.put(Kind.SERVER, "pricing", SERVER);
        Map<Kind, String> items =
                Map.of(
                        Kind.ACCOUNT, "{}",
                        Kind.GROUP, "{}",
                        Kind.CAPABILITY, "{}",
                        Kind.PEER, "{\"url\":\"http://127.0.0.1:8182\",\"link\":\"INTRANET\"}");
        items.forEach(
                (kind, json) -> {
                    node.put(kind, "a", json);
                    node.patch(kind, "a", "{\"labels\":{\"team\":\"retail\"}}");
                    JsonObject read = node.api().get(kind, "a").json();
                    assertThat(read.getJsonObject("labels").getString("team")).isEqualTo("retail");
                    assertThat(read.getString("changedAt")).isNotEmpty();
                });
    }

    @Test
    void aPatchChangesTheMembersThatItNames() {
        node.put(
                Kind.ACCOUNT,
                "alice",
                "{\"groups\":[\"retail\"],\"rateLimit\":{\"permits\":5,\"perMillis\":1000}}");
        JsonObject patched = node.patch(Kind.ACCOUNT, "alice", "{\"enabled\":false}").json();
        assertThat(patched.getBoolean("enabled")).isFalse();
        assertThat(patched.getJsonArray("groups")).hasSize(1);
        assertThat(patched.getJsonObject("rateLimit").getInt("permits")).isEqualTo(5);
        JsonObject without = node.patch(Kind.ACCOUNT, "alice", "{\"rateLimit\":null}").json();
        assertThat(without.isNull("rateLimit")).isTrue();
        assertThat(without.getBoolean("enabled")).isFalse();
    }

    @Test
    void aPutTellsWhichMembersItDropped() {
        node.put(Kind.ACCOUNT, "alice", "{\"groups\":[\"retail\"],\"password\":\"alice-demo\"}");
        JsonObject json =
                node.write(Kind.ACCOUNT, "alice", "{\"enabled\":false}", Precondition.NONE).json();
        JsonObject dropped = only(json, "warnings", "members-dropped");
        assertThat(dropped.getJsonArray("items").getString(0)).isEqualTo("groups");
        assertThat(codes(node.write(Kind.ACCOUNT, "alice", "{}", Precondition.NONE).json()))
                .containsExactly("members-dropped");
    }

    @Test
    void aPutOfTheSameChangesNothing() {
        node.put(Kind.CAPABILITY, "a", "{\"timeoutMillis\":5}");
        long revision = node.registry().revision();
        Written again = node.put(Kind.CAPABILITY, "a", "{\"timeoutMillis\":5}");
        assertThat(again.created()).isFalse();
        assertThat(node.registry().revision()).isEqualTo(revision);
        assertThat(node.audit(10)).hasSize(1);
    }

    @Test
    void dryRunReportsConsequencesAndChangesNothing() {
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"shop-demo\"}");
        node.put(Kind.SERVER, "pricing", SERVER);
        long revision = node.registry().revision();
        JsonObject plan =
                node.api()
                        .grant(JsonText.object(GRANT), new WriteOptions("admin", null, true))
                        .plan();
        assertThat(plan.getJsonArray("changes").getJsonObject(0).getString("kind"))
                .isEqualTo("permission");
        assertThat(only(plan, "consequences", "capability-gained").getJsonArray("items"))
                .extracting(value -> value.toString())
                .containsExactly("\"account:shop\"");
        node.node().refresh().refresh();
        assertThat(node.registry().revision()).isEqualTo(revision);
        assertThat(node.registry().permissions().byId()).isEmpty();
        assertThat(node.audit(10)).hasSize(2);
    }

    @Test
    void losingACapabilityIsAWarning() {
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"shop-demo\",\"groups\":[\"retail\"]}");
        node.put(Kind.GROUP, "retail", "{}");
        node.put(Kind.SERVER, "pricing", SERVER);
        node.grant("{\"subject\":\"group:retail\",\"capability\":\"price.quote\"}");
        JsonObject warned = node.patch(Kind.ACCOUNT, "shop", "{\"groups\":[]}").json();
        assertThat(codes(warned)).containsExactly("capability-lost");
        assertThat(plan(Kind.SERVER, "pricing", false)).contains("capability-without-server");
    }

    @Test
    void permissionToRegisterIsNoPermissionToCall() {
        String id = node.grant(GRANT).item().key();
        node.grant(GRANT.replace("}", ",\"action\":\"REGISTER\"}"));
        assertThat(plan(Kind.PERMISSION, id, false)).contains("capability-without-grant");
    }

    @Test
    void missingNamesAreReported() {
        JsonObject granted =
                node.api().grant(JsonText.object(GRANT), WriteOptions.by("admin")).json();
        assertThat(only(granted, "warnings", "name-unknown").getJsonArray("items"))
                .extracting(JsonValue::toString)
                .containsExactly("\"account:shop\"", "\"capability:price.quote\"");
    }

    @Test
    void itemInUseIsRemovedOnlyByCascade() {
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"shop-demo\",\"groups\":[\"retail\"]}");
        node.put(Kind.GROUP, "retail", "{}");
        node.put(Kind.CAPABILITY, "price.quote", "{\"priority\":\"CORE\"}");
        node.put(Kind.SERVER, "pricing", SERVER);
        node.grant(GRANT);
        for (Target target :
                List.of(
                        new Target(Kind.ACCOUNT, "shop"),
                        new Target(Kind.GROUP, "retail"),
                        new Target(Kind.CAPABILITY, "price.quote"))) {
            assertThatThrownBy(() -> node.remove(target.kind(), target.key()))
                    .hasMessageContaining(" names " + target);
            Refused.with(ErrorCode.IN_USE, () -> node.remove(target.kind(), target.key()));
        }
        assertThat(plan(Kind.CAPABILITY, "price.quote", true))
                .contains("capability-lost", "capability-without-server", "limits-lifted");
        node.removeAll(Kind.CAPABILITY, "price.quote");
        assertThat(node.registry().permissions().byId()).isEmpty();
        assertThat(node.registry().servers().get("pricing").capabilities()).isEmpty();
        node.removeAll(Kind.GROUP, "retail");
        assertThat(node.registry().accounts().get("shop").groups()).isEmpty();
    }

    @Test
    void aGroupHasItsMembers() {
        node.put(Kind.GROUP, "retail", "{\"description\":\"Shops\"}");
        node.put(Kind.ACCOUNT, "b", "{\"groups\":[\"retail\"]}");
        node.put(Kind.ACCOUNT, "a", "{\"groups\":[\"retail\"]}");
        JsonObject group = node.api().get(Kind.GROUP, "retail").json();
        assertThat(group.getJsonArray("members").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(node.list(Kind.GROUP).get(0).json().getInt("memberCount")).isEqualTo(2);
        Refused.with(ErrorCode.REQUEST_INVALID, () -> node.put(Kind.GROUP, "Operator", "{}"));
    }

    @Test
    void aPermissionIsReplacedAndChanged() {
        String id = node.grant(GRANT).item().key();
        node.put(
                Kind.PERMISSION,
                id,
                "{\"subject\":\"account:depot\",\"capability\":\"price.quote\"}");
        JsonObject patched =
                node.patch(Kind.PERMISSION, id, "{\"validUntil\":\"2030-01-01T00:00:00Z\"}").json();
        assertThat(patched.getString("subject")).isEqualTo("account:depot");
        assertThat(patched.getString("validUntil")).startsWith("2030");
        assertThat(patched.getString("id")).isEqualTo(id);
    }

    private String plan(Kind kind, String key, boolean cascade) {
        return node.api()
                .remove(
                        kind,
                        key,
                        cascade,
                        Precondition.NONE,
                        new WriteOptions("admin", null, true))
                .plan()
                .toString();
    }

    private static List<String> codes(JsonObject written) {
        return written.getJsonArray("warnings").stream()
                .map(warning -> warning.asJsonObject().getString("code"))
                .toList();
    }

    private static JsonObject only(JsonObject json, String list, String code) {
        return json.getJsonArray(list).stream()
                .map(JsonValue::asJsonObject)
                .filter(one -> one.getString("code").equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not in " + json));
    }
}
