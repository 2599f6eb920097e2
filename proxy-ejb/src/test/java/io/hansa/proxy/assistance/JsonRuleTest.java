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
    @ValueSource(
            strings = {
                "{ \"book\" :\t2 }",
                "[1,2]",
                "12.50",
                "true",
                "null",
                "-0",
                "-0.0",
                "1e+5",
                "1E400",
                "1e999999999",
                "1e-99999999999999999999",
                "12345678901234567890.10",
                "{\"a\":1,\"a\":2,\"s\":\"\\ud800\\u0000\\/\"}"
            })
    void anythingElseIsPassedOnAsItsBytes(String basket) {
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
                "{\"basket\":,\"status\":\"NEED_PRICE\"}",
                "[OK] done",
                "[\"NEED_PRICE\"]",
                "NEED_PRICE",
                ""
            })
    void whateverDoesNotSaySoIsAResult(String payload) {
        assertThat(rule.match(Replies.text(payload), Replies.SOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"status\":\"NEED_PRICE\"} | it has no value at /basket for the data",
                "{\"status\":\"NEED_PRICE\",\"basket\": | its JSON is broken at byte 32",
                "{\"status\":\"NEED_PRICE\",\"basket\":NaN} | its JSON is broken at byte 32",
                "{\"status\":\"NEED_PRICE\",\"basket\":01} | its JSON is broken at byte 33",
                "{\"status\":\"NEED_PRICE\",\"basket\":1,} | its JSON is broken at byte 34",
                "{\"status\":\"NEED_PRICE\",\"basket\":[1,]} | its JSON is broken at byte 35",
                "{\"status\":\"NEED_PRICE\",\"basket\":1}{} | its JSON is broken at byte 34",
                "{\"status\":\"NEED_PRICE\",\"basket\":\"\\x\"} | its JSON is broken at byte 34",
                "{\"status\":\"NEED_PRICE\",\"basket\":\"\\ud800\"} | its text holds half a surrogate pair, which no charset can write",
            })
    void aReplyThatAsksWithoutReadableDataIsAnError(String payload, String reason) {
        assertThatThrownBy(() -> rule.match(Replies.text(payload), Replies.SOON))
                .isInstanceOf(UnreadableReply.class)
                .hasMessage(reason);
    }

    @Test
    void brokenJsonWithJsonContentTypeIsError() {
        ReplyView reply = Replies.statedJson("{\"basket\":NaN,\"status\":\"NEED_PRICE\"}");

        assertThatThrownBy(() -> rule.match(reply, Replies.SOON))
                .isInstanceOf(UnreadableReply.class)
                .hasMessage("its JSON is broken at byte 10");
    }

    @Test
    void emptyReplyWithJsonContentTypeIsResult() {
        assertThat(rule.match(Replies.statedJson(" "), Replies.SOON)).isEmpty();
    }

    @Test
    void aStatedScalarIsComparedToo() {
        AssistRule word =
                Replies.rule("{\"jsonPointer\":\"\",\"equals\":\"NEED\",\"capability\":\"c\"}");

        assertThat(word.match(Replies.statedJson("\"N\\u0045ED\""), Replies.SOON)).isPresent();
        assertThat(word.match(Replies.statedJson("NEED"), Replies.SOON)).isEmpty();
    }

    @Test
    void paddingZerosOfARecordAreIgnored() {
        assertThat(
                        Replies.data(
                                rule.match(
                                        Replies.text(
                                                "{\"status\":\"NEED_PRICE\",\"basket\":[1]}\u0000\u0000"),
                                        Replies.SOON)))
                .isEqualTo("[1]");
    }

    @Test
    void partsMayBeAsDeepAsTheirLength() {
        int levels = 8 << 20;
        String deep = "[".repeat(levels) + "]".repeat(levels);
        String reply = "{\"deep\":" + deep + ",\"status\":\"NEED_PRICE\",\"basket\":" + deep + "}";

        assertThat(Replies.data(rule.match(Replies.text(reply), Replies.SOON))).isEqualTo(deep);
    }

    @Test
    void numbersMayBeAsLongAsTheReply() {
        String digits = "7".repeat(4 << 20);
        String reply = "{\"n\":" + digits + ",\"status\":\"NEED_PRICE\",\"basket\":" + digits + "}";
        AssistRule number =
                Replies.rule("{\"jsonPointer\":\"/n\",\"equals\":5,\"capability\":\"c\"}");

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    assertThat(Replies.data(rule.match(Replies.text(reply), Replies.SOON)))
                            .isEqualTo(digits);
                    assertThat(number.match(Replies.text(reply), Replies.SOON)).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "1.0, 1",
        "1, 1e0",
        "100, 1E+2",
        "1e2, 100",
        "1.10, 11e-1",
        "0, -0.00e7",
        "-5, -0.5e1",
        "0.001, 1e-3",
        "1e999999999, 10e999999998",
        "1e-999999999, 0.1e-999999998",
    })
    void numbersAreComparedByValue(String expected, String written) {
        assertThat(numbers(expected, written)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "1, -1",
        "1, 10",
        "0, 1e-999999999",
        "1e999999999, 1e99999999999999999999",
        "1, 1.01"
    })
    void numbersOfOtherValueAreDifferent(String expected, String written) {
        assertThat(numbers(expected, written)).isEmpty();
    }

    private static Optional<Assistance> numbers(String expected, String written) {
        AssistRule number =
                Replies.rule(
                        "{\"jsonPointer\":\"/n\",\"equals\":[{\"x\":"
                                + expected
                                + "}],\"capability\":\"c\"}");
        return number.match(Replies.text("{\"n\":[ {\"x\" : " + written + "} ]}"), Replies.SOON);
    }

    @Test
    void longReplyIsReadLinearlyUntilTheDeadline() {
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
                "/a      | {\"x\":1,\"y\":2} | {\"a\":{\"y\":3,\"\\u0079\":2,\"x\":1}}",
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
                "/a    | {\"b\":1} | {\"a\":{}}",
                "/a    | [1]  | {\"a\":[1,2]}",
                "/a    | [1,2] | {\"a\":[1]}",
                "/a/b  | 1    | {\"a\":{\"c\":{\"b\":1}}}",
                "/a    | null | {}",
            })
    void aPointerFindsNothingElse(String pointer, String value, String reply) {
        String json = "{\"jsonPointer\":\"%s\",\"equals\":%s,\"capability\":\"c\"}";
        AssistRule none = Replies.rule(json.formatted(pointer, value));
        assertThat(none.match(Replies.text(reply), Replies.SOON)).isEmpty();
    }

    @Test
    void wholeReplyIsPassedOnWithoutNamedData() {
        AssistRule whole =
                Replies.rule(
                        "{\"jsonPointer\":\"/a~1b/0\",\"equals\":null,\"capability\":\"price.quote\"}");

        assertThat(Replies.data(whole.match(Replies.text("{\"a/b\":[null]}"), Replies.SOON)))
                .isEqualTo("{\"a/b\":[null]}");
    }
}
