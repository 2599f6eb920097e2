package io.hansa.proxy.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                                "{\"status\":\"NEED_PRICE\",\"basket\":\"<b n=\\\"1\\\">\u00fc\"}"),
                        Replies.SOON);

        assertThat(Replies.data(asked)).isEqualTo("<b n=\"1\">\u00fc");
        assertThat(asked.orElseThrow().contentType()).isEqualTo("text/plain; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"book\":2}", "[1,2]", "12.50", "true", "null"})
    void anythingElseIsPassedOnAsJson(String basket) {
        Optional<Assistance> asked =
                rule.match(
                        Replies.text(" {\"basket\":" + basket + ",\"status\":\"NEED_PRICE\"}"),
                        Replies.SOON);

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
        assertThat(rule.match(Replies.text(payload), Replies.SOON)).isEmpty();
    }

    @Test
    void aReplyNestedTooDeeplyIsNotRead() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);

        assertThatThrownBy(
                        () -> rule.match(Replies.text("{\"status\":" + deep + "}"), Replies.SOON))
                .isInstanceOf(UnreadableReply.class)
                .hasMessage("it has more than 64 levels");
    }

    @Test
    void aNumberTooLongIsNotRead() {
        AssistRule number =
                Replies.rule(
                        "{\"jsonPointer\":\"/n\",\"equals\":5,\"capability\":\"price.quote\"}");

        ReplyView tooLong = Replies.text("{\"n\":5" + "0".repeat(5_000) + "}");
        assertThatThrownBy(() -> number.match(tooLong, Replies.SOON))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining("digits");
        assertThat(number.match(Replies.text("{\"n\":5}"), Replies.SOON)).isPresent();
    }

    @Test
    void aLongReplyIsReadInLinearTimeAndOnlyUntilTheDeadline() {
        ReplyView reply =
                Replies.text(
                        "{\"rows\":["
                                + "{\"a\":[1,2]},".repeat(300_000)
                                + "0],\"basket\":{\"b\":[{},[\"c\"]]},\"status\":\"NEED_PRICE\"}");
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () ->
                        assertThat(Replies.data(rule.match(reply, Replies.SOON)))
                                .isEqualTo("{\"b\":[{},[\"c\"]]}"));
        assertThatThrownBy(() -> rule.match(reply, System.nanoTime() - 1))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining("deadline");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/a/1/b  | 5          | {\"a\":[{\"b\":4},{\"b\":5}]}",
                "/a      | {\"x\":[1]} | {\"a\":{\"x\":[1]}}",
                "``      | [1,{}]     | [1,{}]",
                "/a~0b   | true       | {\"a~b\":true}",
                "/a      | 2          | {\"a\":1,\"a\":2}",
                "/a/a    | 1          | {\"a\":{\"a\":1}}",
            })
    void aPointerFindsItsValue(String pointer, String value, String reply) {
        String json = "{\"jsonPointer\":\"%s\",\"equals\":%s,\"capability\":\"c\"}";
        AssistRule found = Replies.rule(json.formatted(pointer == null ? "" : pointer, value));
        assertThat(found.match(Replies.text(reply), Replies.SOON)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/a/01 | 5    | {\"a\":[4,5]}",
                "/a/-  | 5    | {\"a\":[5]}",
                "/a    | 1    | {\"a\":1,\"a\":{\"b\":1}}",
                "/a/b  | 1    | {\"a\":{\"b\":1},\"a\":2}",
                "/a    | {}   | {\"a\":{\"b\":1}}",
                "/a/b  | 1    | {\"a\":{\"c\":{\"b\":1}}}",
                "/a    | null | {}",
            })
    void aPointerFindsNothingElse(String pointer, String value, String reply) {
        String json = "{\"jsonPointer\":\"%s\",\"equals\":%s,\"capability\":\"c\"}";
        AssistRule none = Replies.rule(json.formatted(pointer, value));
        assertThat(none.match(Replies.text(reply), Replies.SOON)).isEmpty();
    }

    @Test
    void theWholeReplyIsPassedOnWhereNoDataIsNamed() {
        AssistRule whole =
                Replies.rule(
                        "{\"jsonPointer\":\"/a~1b/0\",\"equals\":null,\"capability\":\"price.quote\"}");

        assertThat(Replies.data(whole.match(Replies.text("{\"a/b\":[null]}"), Replies.SOON)))
                .isEqualTo("{\"a/b\":[null]}");
    }
}
