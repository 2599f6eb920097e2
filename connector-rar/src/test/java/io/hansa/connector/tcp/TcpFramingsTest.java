package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.Close;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.StxEtx;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Framings whose frames are more than bytes and an end, against a server that reads them byte by
 * byte.
 */
@Timeout(30)
class TcpFramingsTest extends TcpPoolFixture {

    @Test
    void halfCloseEndsRequestAndReply() throws Exception {
        FakeServer server = server(caller -> caller.send("<" + caller.readAll() + ">"));
        TcpPool pool = pool(target(server.endpoint(), new Close(), null));
        assertThat(ask(pool, "one\ntwo")).isEqualTo("<one\ntwo>");
        assertThat(ask(pool, "")).isEqualTo("<>");
        assertThat(pool.openChannels()).isZero();
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void endWithoutReplyIsNotAnEmptyReply() throws Exception {
        FakeServer server = server(Caller::readToEnd);
        ExchangeException failure =
                failure(pool(target(server.endpoint(), new Close(), null)), "x", 10_000);
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.sent()).isTrue();
    }

    @Test
    void aReplyUpToTheEndIsBounded() throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            caller.readToEnd();
                            caller.send("x".repeat(2 * MAX_REPLY));
                        });
        ExchangeException failure =
                failure(pool(target(server.endpoint(), new Close(), null)), "x", 10_000);
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
    }

    @Test
    void aCheckedFrameIsAnsweredByOne() throws Exception {
        FakeServer server = server(stxEtx((byte) 0));
        TcpPool pool = pool(target(server.endpoint(), new StxEtx(true), null));
        assertThat(ask(pool, "AB")).isEqualTo("AB");
        assertThat(ask(pool, "CD")).isEqualTo("CD");
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void aWrongCheckCostsTheChannel() throws Exception {
        FakeServer server = server(stxEtx((byte) 0x40));
        TcpPool pool = pool(target(server.endpoint(), new StxEtx(true), null));
        ExchangeException failure = failure(pool, "AB", 10_000);
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure.sent()).isTrue();
        assertThat(failure).hasMessageContaining("check byte");
        assertThat(pool.openChannels()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM037", "IBM1047", "GB18030", "windows-1252", "UTF-16BE"})
    void textIsInTheServersCharset(String name) throws Exception {
        Charset charset = Charset.forName(name);
        String question = name.equals("GB18030") ? "价格 é 42 😀" : "Grüße, 42";
        byte[] expected = question.getBytes(charset);
        FakeServer server =
                server(
                        caller -> {
                            byte[] asked = caller.readAll().getBytes(ISO_8859_1);
                            caller.send(
                                    java.util.Arrays.equals(asked, expected)
                                            ? asked
                                            : new byte[] {1});
                        });
        TcpPool pool = pool(target(server.endpoint(), new Close(), charset));
        assertThat(ask(pool, question)).isEqualTo(question);
        assertThat(question.getBytes(UTF_8)).isNotEqualTo(expected);
    }

    /** Sends each frame back, its check byte spoilt by some bits. */
    private static Manners stxEtx(byte spoilt) {
        return caller -> {
            while (true) {
                byte[] frame = caller.read(5);
                if (frame.length < 5) {
                    return;
                }
                int check = frame[1] ^ frame[2] ^ 3;
                if (frame[0] != 2 || frame[3] != 3 || frame[4] != check) {
                    return;
                }
                frame[4] ^= spoilt;
                caller.send(frame);
            }
        };
    }
}
