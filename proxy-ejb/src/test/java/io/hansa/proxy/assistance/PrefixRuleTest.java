package io.hansa.proxy.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrefixRuleTest {
    private final AssistRule firstLine = AssistRules.defaults(true).get(0);

    @Test
    void firstLineNamesCapabilityAndRestIsData() {
        Optional<Assistance> asked =
                firstLine.match(
                        Replies.text("HANSA-ASSIST price.quote\r\nbook 2\npen 1\n"), Replies.SOON);

        assertThat(asked.orElseThrow().capability()).isEqualTo("price.quote");
        assertThat(Replies.data(asked)).isEqualTo("book 2\npen 1\n");
        assertThat(asked.orElseThrow().contentType()).isEqualTo("text/plain");
    }

    @Test
    void lineWithoutEndAsksWithoutData() {
        Optional<Assistance> asked =
                firstLine.match(Replies.text("HANSA-ASSIST price.quote"), Replies.SOON);

        assertThat(asked.orElseThrow().data()).isEmpty();
    }

    @Test
    void replyWithoutThePrefixIsAResult() {
        assertThat(firstLine.match(Replies.text("OK HANSA-ASSIST price.quote\n"), Replies.SOON))
                .isEmpty();
        assertThat(firstLine.match(Replies.text("HANSA-ASSIS"), Replies.SOON)).isEmpty();
        assertThat(firstLine.match(Replies.text(""), Replies.SOON)).isEmpty();
    }

    @Test
    void aLineThatNamesNothingIsAnError() {
        ReplyView reply = Replies.text("HANSA-ASSIST  \r\ndata");

        assertThatThrownBy(() -> firstLine.match(reply, Replies.SOON))
                .isInstanceOf(UnreadableReply.class)
                .hasMessage("its first line names no capability");
    }

    @Test
    void namedCapabilityTakesTheWholeReply() {
        AssistRule rule =
                Replies.rule(
                        "{\"prefix\":\"MORE\",\"capability\":\"price.quote\",\"data\":\"@all\"}");

        Optional<Assistance> asked = rule.match(Replies.text("MORE: book\npen"), Replies.SOON);

        assertThat(asked.orElseThrow().capability()).isEqualTo("price.quote");
        assertThat(Replies.data(asked)).isEqualTo("MORE: book\npen");
    }

    @Test
    void httpServersAskByHeaderWithoutDefaultRule() {
        assertThat(AssistRules.defaults(false)).isEmpty();
    }
}
