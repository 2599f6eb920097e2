package io.hansa.proxy.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BytesRuleTest {
    private static final Charset EBCDIC = Charset.forName("IBM1047");

    private final AssistRule rule =
            Replies.rule(
                    "{\"offset\":0,\"equalsHex\":\"C5F4F2\",\"capability\":\"price.quote\",\"data\":\"@all\"}");

    @Test
    void rulesReadTheServersBytesBeforeTranscoding() {
        Optional<Assistance> asked = rule.match(transcoded("E42 book"), Replies.SOON);

        assertThat(asked.orElseThrow().capability()).isEqualTo("price.quote");
        assertThat(Replies.data(asked)).isEqualTo("E42 book");
    }

    @Test
    void sameTextInAnotherCharsetIsAResult() {
        assertThat(rule.match(Replies.text("E42 book"), Replies.SOON)).isEmpty();
    }

    @Test
    void theBytesStandAtTheirPlaceOnly() {
        AssistRule later =
                Replies.rule("{\"offset\":3,\"equalsHex\":\"c5f4f2\",\"capability\":\"c\"}");

        assertThat(later.match(transcoded("OK E42"), Replies.SOON)).isPresent();
        assertThat(later.match(transcoded("E42 OK"), Replies.SOON)).isEmpty();
    }

    @Test
    void aReplyThatEndsBeforeIsAResult() {
        AssistRule far =
                Replies.rule("{\"offset\":2147483647,\"equalsHex\":\"C5\",\"capability\":\"c\"}");

        assertThat(far.match(transcoded("E42"), Replies.SOON)).isEmpty();
        assertThat(rule.match(transcoded("E4"), Replies.SOON)).isEmpty();
        assertThat(rule.match(transcoded(""), Replies.SOON)).isEmpty();
    }

    private static ReplyView transcoded(String text) {
        return new ReplyView(
                text.getBytes(EBCDIC), text.getBytes(StandardCharsets.UTF_8), "text/plain", true);
    }
}
