package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.document.YamlText;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The registry as a document, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class ApplyDocumentTest {
    private static final String DOCUMENT =
            """
            {"accounts":[
              {"name":"shop","groups":["retail"],"labels":{"app":"shop"}},
              {"name":"root","roles":["ADMIN"]}],
             "groups":[{"name":"retail","description":"Shops"}],
             "capabilities":[{"name":"price.quote","priority":"CORE","labels":{"app":"shop"}}],
             "servers":[{"id":"pricing","endpoint":"tcp://127.0.0.1:9002",
               "capabilities":["price.quote"],"framing":{"type":"delimiter","hex":"0A"},
               "charset":"GB18030"}],
             "permissions":[
               {"subject":"group:retail","capability":"price.quote","labels":{"app":"shop"}}],
             "peers":[{"id":"shop-b","url":"http://127.0.0.1:8182","link":"INTRANET"}]}""";

    private final RegistryDatabase database;
    private AdministrationNode node;

    ApplyDocumentTest(SharedDatabase shared) {
        database = shared.get();
        node = AdministrationNode.onEmpty(database);
    }

    @Test
    void exportAppliedToEmptyProxyExportsTheSame() {
        apply(DOCUMENT);
        String exported = node.export().toString();
        assertThat(exported).doesNotContain("timeoutMillis").doesNotContain("\"id\":\"\"");
        node = AdministrationNode.onEmpty(database);
        JsonObject answer = apply(exported);
        assertThat(node.export()).hasToString(exported);
        assertThat(answer.getJsonArray("changes")).hasSize(7);
        assertThat(answer.toString()).contains("account-without-password");
    }

    @Test
    void yamlIsTheSameDocument() {
        apply(DOCUMENT);
        JsonObject exported = node.export();
        String yaml = YamlText.print(exported);
        assertThat(YamlText.object(yaml.getBytes(StandardCharsets.UTF_8))).isEqualTo(exported);
    }

    @Test
    void applyingAgainChangesNothing() {
        apply(DOCUMENT);
        long revision = node.registry().revision();
        JsonObject answer = apply(node.export().toString());
        assertThat(answer.getJsonArray("changes")).isEmpty();
        assertThat(answer.getJsonNumber("revision").longValue()).isEqualTo(revision);
        assertThat(node.registry().revision()).isEqualTo(revision);
    }

    @Test
    void allOfItOrNothing() {
        String broken =
                DOCUMENT.replace("\"priority\":\"CORE\"", "\"priority\":\"HIGH\"")
                        .replace("INTRANET", "MOON");
        assertThatThrownBy(() -> apply(broken))
                .hasMessageContaining("/capabilities/0")
                .hasMessageContaining("/peers/0");
        assertThat(node.registry().accounts()).isEmpty();
    }

    @Test
    void keepsThePasswordThatTheDocumentLeavesOut() {
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"shop-demo\"}");
        String hash = node.registry().accounts().get("shop").passwordHash();
        apply(DOCUMENT);
        assertThat(node.registry().accounts().get("shop").passwordHash()).isEqualTo(hash);
        assertThat(node.registry().accounts().get("shop").groups()).containsExactly("retail");
    }

    @Test
    void prunesLabelledItemsThatTheDocumentLacks() {
        apply(DOCUMENT);
        String smaller =
                """
                {"accounts":[{"name":"shop","groups":["retail"],"labels":{"app":"shop"}}],
                 "capabilities":[{"name":"price.quote","labels":{"app":"shop"}}]}""";
        Label label = Label.parse("prune", "app=shop");
        Refused.with(
                ErrorCode.TOO_MANY_DELETES,
                () -> node.apply(JsonText.object(smaller), label, false, false));
        assertThat(node.registry().permissions().byId()).hasSize(1);
        node.apply(JsonText.object(smaller), label, true, false);
        assertThat(node.registry().permissions().byId()).isEmpty();
        assertThat(node.registry().accounts()).containsOnlyKeys("shop", "root");
        assertThat(node.registry().servers()).containsOnlyKeys("pricing");
    }

    @Test
    void aDryRunChangesNothing() {
        JsonObject answer = node.apply(JsonText.object(DOCUMENT), null, false, true);
        assertThat(answer.getJsonArray("changes")).hasSize(7);
        assertThat(node.registry().accounts()).isEmpty();
    }

    @Test
    void refusesWhatStandsTwice() {
        String twice = "{\"groups\":[{\"name\":\"a\"},{\"name\":\"a\"}]}";
        assertThatThrownBy(() -> apply(twice)).hasMessageContaining("/groups/1");
        assertThatThrownBy(() -> apply("{\"group\":[]}"))
                .hasMessageContaining("no member \"group\"");
    }

    private JsonObject apply(String document) {
        return node.apply(JsonText.object(document), null, false, false);
    }
}
