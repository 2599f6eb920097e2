package io.hansa.proxy.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexRuleTest {
    private final AssistRule rule =
            Replies.rule(
                    """
                    {"regex":"^E42\\\\|(?<data>.*)$","capability":"price.quote","data":"${data}"}""");

    @Test
    void theGroupIsTheData() {
        assertThat(Replies.data(rule.match(Replies.text("E42|book;2"), Replies.SOON)))
                .isEqualTo("book;2");
    }

    @Test
    void theDataMayGoOverSeveralLines() {
        assertThat(Replies.data(rule.match(Replies.text("E42|book;2\r\npen;1\n"), Replies.SOON)))
                .isEqualTo("book;2\r\npen;1\n");
    }

    @Test
    void replyThatDoesNotMatchIsAResult() {
        assertThat(rule.match(Replies.text("OK|E42|book"), Replies.SOON)).isEmpty();
        assertThat(rule.match(Replies.text("OK\nE42|book"), Replies.SOON)).isEmpty();
        assertThat(rule.match(Replies.text("E421|book"), Replies.SOON)).isEmpty();
    }

    @Test
    void unmatchedGroupIsAnError() {
        AssistRule optional =
                Replies.rule(
                        "{\"regex\":\"^E42(?<more>x)?\",\"capability\":\"c\",\"data\":\"${more}\"}");

        assertThatThrownBy(() -> optional.match(Replies.text("E42"), Replies.SOON))
                .isInstanceOf(UnreadableReply.class)
                .hasMessage("its group more took no part");
    }

    @Test
    void bytesThatAreNoTextArePassedUnchanged() {
        byte[] bytes = "E42|caf\u00e9 \u00ff".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(
                        rule.match(new ReplyView(bytes, bytes, null, true), Replies.SOON)
                                .orElseThrow()
                                .data())
                .isEqualTo(Arrays.copyOfRange(bytes, 4, bytes.length));
    }

    @Test
    void wholeReplyIsPassedOnWithoutNamedGroup() {
        AssistRule whole = Replies.rule("{\"regex\":\"E4[23]\",\"capability\":\"c\"}");

        assertThat(Replies.data(whole.match(Replies.text("x E43 y"), Replies.SOON)))
                .isEqualTo("x E43 y");
    }

    @Test
    void noReplyMakesMatchingSlow() {
        AssistRule hostile = Replies.rule("{\"regex\":\"^(a+)+$\",\"capability\":\"c\"}");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertThat(
                                        hostile.match(
                                                Replies.text("a".repeat(50_000) + "!"),
                                                Replies.SOON))
                                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(((a{1,100}){1,100}){1,100})",
                "((((a{100}){100}){100}){100}){100}",
                "(?:(?:[a-z]{1000}){1000})",
                "(?:\\\\pL{1000}){900}",
                "a{1,900}b{1,900}",
                "(((((((((((a*)*)*){30})*){30})*){30})*){30}){30})"
            })
    void anExpressionWhoseProgramIsTooLargeIsRefusedBeforeItIsMade(String regex) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () ->
                        assertThatThrownBy(
                                        () ->
                                                Replies.rule(
                                                        "{\"regex\":\"%s\",\"capability\":\"c\"}"
                                                                .formatted(regex)))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining("simplify it"));
    }

    @Test
    void tooLongOrDeepExpressionIsRefused() {
        for (String regex : List.of("a".repeat(1001), "(".repeat(200) + "a" + ")".repeat(200))) {
            assertThatThrownBy(
                            () ->
                                    Replies.rule(
                                            "{\"regex\":\"" + regex + "\",\"capability\":\"c\"}"))
                    .hasMessageContaining("simplify it");
        }
    }

    @Test
    void matchingEndsWithTheDeadline() {
        AssistRule slow = Replies.rule("{\"regex\":\"(x?y?z?a*){60}!\",\"capability\":\"c\"}");
        ReplyView reply = Replies.text("a".repeat(8 << 20));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () ->
                        assertThatThrownBy(
                                        () -> slow.match(reply, System.nanoTime() + 200_000_000L))
                                .isInstanceOf(UnreadableReply.class)
                                .hasMessageContaining("deadline"));
    }

    @Test
    void expressionOutsideRe2IsRefusedWithReason() {
        assertThatThrownBy(() -> Replies.rule("{\"regex\":\"(a)\\\\1\",\"capability\":\"c\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("assist: regex is not a valid RE2 expression: ");
    }

    @Test
    void missingGroupIsRefusedByName() {
        assertThatThrownBy(
                        () ->
                                Replies.rule(
                                        "{\"regex\":\"(?<a>x)\",\"capability\":\"c\",\"data\":\"${b}\"}"))
                .hasMessage("assist: regex has no group named b, which data refers to");
    }
}
