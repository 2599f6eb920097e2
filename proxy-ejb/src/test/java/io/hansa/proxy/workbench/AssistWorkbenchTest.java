package io.hansa.proxy.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;

class AssistWorkbenchTest {
    private static final String RULES =
            """
            [{"prefix":"HANSA-ASSIST "},
             {"jsonPointer":"/status","equals":"NEED_PRICE","capability":"price.quote","data":"/basket"},
             {"regex":"^E42\\\\|(?<data>.*)$","capability":"price.quote","data":"${data}"},
             {"offset":0,"equalsHex":"C5F4F2","capability":"price.quote"}]\
            """;

    @Test
    void theFirstRuleThatMatchesDecides() {
        JsonObject tried = tryRules("{\"status\":\"NEED_PRICE\",\"basket\":[1,2]}");

        assertThat(tried.getString("outcome")).isEqualTo("MATCHED");
        assertThat(tried.getInt("rule")).isEqualTo(1);
        assertThat(tried.getString("capability")).isEqualTo("price.quote");
        assertThat(tried.getJsonObject("data").getString("text")).isEqualTo("[1,2]");
        assertThat(tried.getString("contentType")).isEqualTo("application/json");
        assertThat(passedOver(tried, 0)).contains("begins with \"{\"status\":\"N");
    }

    @Test
    void everyRuleTellsWhyItDoesNotMatch() {
        JsonObject tried = tryRules("{\"status\":\"OK\"}");

        assertThat(tried.getString("outcome")).isEqualTo("NOT_MATCHED");
        assertThat(tried.isNull("rule")).isTrue();
        assertThat(passedOver(tried, 1)).contains("/status").contains("\"OK\"");
        assertThat(passedOver(tried, 2)).contains("finds nothing");
        assertThat(passedOver(tried, 3)).contains("7B2273").contains("C5F4F2");
    }

    @Test
    void matchingReplyWithoutDataIsUnreadable() {
        JsonObject tried = tryRules("{\"status\":\"NEED_PRICE\"}");

        assertThat(tried.getString("outcome")).isEqualTo("UNREADABLE");
        assertThat(tried.getInt("rule")).isEqualTo(1);
        assertThat(tried.getString("reason")).contains("/basket");
    }

    @Test
    void statedCharsetIsRead() {
        JsonObject tried =
                AssistWorkbench.tryRules(
                        Json.createObjectBuilder()
                                .add("rules", JsonText.read(RULES))
                                .add("contentType", "text/plain; charset=IBM1047")
                                .add("bodyHex", "C5F4F24FF1")
                                .build());

        assertThat(tried.getString("outcome")).isEqualTo("MATCHED");
        assertThat(tried.getJsonObject("data").getString("text")).isEqualTo("1");
    }

    @Test
    void refusedRuleNamesMemberAndRemedy() {
        assertThatThrownBy(
                        () ->
                                AssistWorkbench.tryRules(
                                        (JsonObject)
                                                JsonText.read(
                                                        "{\"rules\":[{\"regex\":\"(\",\"capability\":\"a\"}],\"bodyText\":\"\"}")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("regex");
    }

    private static JsonObject tryRules(String body) {
        return AssistWorkbench.tryRules(
                Json.createObjectBuilder()
                        .add("rules", JsonText.read(RULES))
                        .add("bodyText", body)
                        .build());
    }

    private static String passedOver(JsonObject tried, int rule) {
        return ((JsonString) tried.getJsonArray("passedOver").get(rule)).getString();
    }
}
