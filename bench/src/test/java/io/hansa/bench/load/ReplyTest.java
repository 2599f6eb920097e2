package io.hansa.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A measurement is only as good as its eye for bad replies. */
class ReplyTest {
    private static final String GOOD =
            "HTTP/1.1 200 OK\r\nHansa-Path: a\r\ncontent-length: 5\r\nX: y\r\n\r\nhello";
    private final Reply reply = new Reply("hello".getBytes(StandardCharsets.US_ASCII));

    @Test
    void replyInSingleBytesIsGoodWhenWhole() {
        for (int at = 0; at < GOOD.length() - 1; at++) {
            receive(GOOD.substring(at, at + 1));
            assertThat(reply.complete()).isFalse();
        }
        receive("o");

        assertThat(reply.complete()).isTrue();
        assertThat(reply.good()).isTrue();
    }

    @Test
    void otherBodyLengthOrStatusIsBad() {
        assertBad(GOOD.replace("hello", "hallo"));
        assertBad(GOOD.replace("length: 5", "length: 4").replace("hello", "hell"));
        assertBad(GOOD.replace("200", "429"));
    }

    @Test
    void aReplyWithoutALengthCannotBeRead() {
        receive("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");

        assertThatThrownBy(reply::complete).hasMessageContaining("Content-Length");
    }

    private void assertBad(String text) {
        reply.clear();
        receive(text);
        assertThat(reply.complete()).isTrue();
        assertThat(reply.good()).isFalse();
    }

    private void receive(String text) {
        reply.space().put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
