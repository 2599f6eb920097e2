package io.hansa.proxy.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRuleTest {
    private static final String RULE =
            """
            {"jsonPointer":"/status","equals":"NEED_PRICE",
             "capability":"price.quote","data":"/basket"}""";

    private final AssistRule rule = Replies.rule(RULE);

    @Test
    void aTextIsPassedOnAsItsText() {
        Optional<Assistance> asked =
                rule.match(
                        Replies.text(
                                "{\"status\":\"NEED_PRICE\",\"basket\":\"<b n=\\\"1\\\">\u00fc\"}"));

        assertThat(Replies.data(asked)).isEqualTo("<b n=\"1\">\u00fc");
        assertThat(asked.orElseThrow().contentType()).isEqualTo("text/plain; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"book\":2}", "[1,2]", "12.50", "true", "null"})
    void anythingElseIsPassedOnAsJson(String basket) {
        Optional<Assistance> asked =
                rule.match(Replies.text(" {\"basket\":" + basket + ",\"status\":\"NEED_PRICE\"}"));

        assertThat(Replies.data(asked)).isEqualTo(basket);
        assertThat(asked.orElseThrow().contentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"DONE\",\"basket\":1}",
                "{\"basket\":1}",
                "{\"status\":\"NEED_PRICE\"}",
                "{\"status\":\"NEED_PRICE\",\"basket\":",
                "[\"NEED_PRICE\"]",
                "NEED_PRICE",
                ""
            })
    void whateverDoesNotSaySoIsAResult(String payload) {
        assertThat(rule.match(Replies.text(payload))).isEmpty();
    }

    @Test
    void aReplyNestedTooDeeplyToReadIsAResult() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);

        assertThat(rule.match(Replies.text("{\"status\":" + deep + "}"))).isEmpty();
    }

    @Test
    void aNumberTooLongToReadIsAResult() {
        AssistRule number =
                Replies.rule(
                        "{\"jsonPointer\":\"/n\",\"equals\":5,\"capability\":\"price.quote\"}");

        assertThat(number.match(Replies.text("{\"n\":5" + "0".repeat(5_000) + "}"))).isEmpty();
        assertThat(number.match(Replies.text("{\"n\":5}"))).isPresent();
    }

    @Test
    void theWholeReplyIsPassedOnWhereNoDataIsNamed() {
        AssistRule whole =
                Replies.rule(
                        "{\"jsonPointer\":\"/a~1b/0\",\"equals\":null,\"capability\":\"price.quote\"}");

        assertThat(Replies.data(whole.match(Replies.text("{\"a/b\":[null]}"))))
                .isEqualTo("{\"a/b\":[null]}");
    }
}
