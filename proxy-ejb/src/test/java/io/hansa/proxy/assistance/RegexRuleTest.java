package io.hansa.proxy.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class RegexRuleTest {
    private final AssistRule rule =
            Replies.rule(
                    """
                    {"regex":"^E42\\\\|(?<data>.*)$","capability":"price.quote","data":"${data}"}""");

    @Test
    void theGroupIsTheData() {
        assertThat(Replies.data(rule.match(Replies.text("E42|book;2")))).isEqualTo("book;2");
    }

    @Test
    void theDataMayGoOverSeveralLines() {
        assertThat(Replies.data(rule.match(Replies.text("E42|book;2\r\npen;1\n"))))
                .isEqualTo("book;2\r\npen;1\n");
    }

    @Test
    void aReplyThatDoesNotMatchIsAResult() {
        assertThat(rule.match(Replies.text("OK|E42|book"))).isEmpty();
        assertThat(rule.match(Replies.text("OK\nE42|book"))).isEmpty();
        assertThat(rule.match(Replies.text("E421|book"))).isEmpty();
    }

    @Test
    void aGroupThatTookNoPartIsNoData() {
        AssistRule optional =
                Replies.rule(
                        "{\"regex\":\"^E42(?<more>x)?\",\"capability\":\"c\",\"data\":\"${more}\"}");

        assertThat(optional.match(Replies.text("E42")).orElseThrow().data()).isEmpty();
    }

    @Test
    void theWholeReplyIsPassedOnWhereNoGroupIsNamed() {
        AssistRule whole = Replies.rule("{\"regex\":\"E4[23]\",\"capability\":\"c\"}");

        assertThat(Replies.data(whole.match(Replies.text("x E43 y")))).isEqualTo("x E43 y");
    }

    @Test
    void noReplyMakesMatchingSlow() {
        AssistRule hostile = Replies.rule("{\"regex\":\"^(a+)+$\",\"capability\":\"c\"}");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(hostile.match(Replies.text("a".repeat(50_000) + "!"))).isEmpty());
    }

    @Test
    void anExpressionOutsideRe2IsRefusedWithItsReason() {
        assertThatThrownBy(() -> Replies.rule("{\"regex\":\"(a)\\\\1\",\"capability\":\"c\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("assist: regex is not a valid RE2 expression: ");
    }

    @Test
    void aGroupThatDoesNotExistIsRefusedByName() {
        assertThatThrownBy(
                        () ->
                                Replies.rule(
                                        "{\"regex\":\"(?<a>x)\",\"capability\":\"c\",\"data\":\"${b}\"}"))
                .hasMessage("assist: regex has no group named b, which data refers to");
    }
}
