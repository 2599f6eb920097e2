package io.hansa.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.fakeserver.TestKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply whose end is not proven is no reply. */
@Timeout(60)
class TruncatedReplyTest extends HttpPoolFixture {

    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n";

    private static TestKeys keys;

    @BeforeAll
    static void makeKeys(@TempDir Path directory) throws Exception {
        keys = TestKeys.forHost(directory, "localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r",
                "HTTP/1.1 204 No Content\r\nETag: 1",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n",
                CHUNKED,
                CHUNKED + "0",
                CHUNKED + "0\r\n",
                CHUNKED + "0\r\n\r",
                CHUNKED + "0\r\nTrailer: 1\r\n"
            })
    void aReplyCutBeforeItsEndIsAProtocolError(String reply) throws Exception {
        assertTruncated(failure(pool(server(sending(reply))), 10_000));
    }

    @Test
    void aChunkedReplyWithItsEndIsWhole() throws Exception {
        assertThat(ask(pool(server(sending(CHUNKED + "0\r\n\r\n"))))).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
    void tlsWithoutItsOwnEndCutsACloseDelimitedReply(String version) throws Exception {
        assertTruncated(failure(https(version + " 200 OK\r\n\r\nabc", false), 10_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
    void tlsWithItsOwnEndProvesACloseDelimitedReply(String version) throws Exception {
        assertThat(ask(https(version + " 200 OK\r\n\r\nabc", true))).isEqualTo("abc");
    }

    @Test
    void contentLengthProvesTheEndWithoutCloseNotify() throws Exception {
        String reply = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";
        assertThat(ask(https(reply, false))).isEqualTo("abc");
    }

    private static void assertTruncated(ExchangeException failure) {
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure.sent()).isTrue();
    }

    private HttpPool https(String reply, boolean ending) throws IOException {
        FakeServer server =
                server(
                        caller -> {
                            Caller secured = caller.inTls(keys.context());
                            sending(reply).serve(secured);
                            if (ending) {
                                secured.close();
                            }
                        });
        URI endpoint = URI.create("https://localhost:" + server.port() + "/service");
        return pool(endpoint, null, keys.context());
    }

    private static Manners sending(String reply) {
        return caller -> {
            Seen.by(caller);
            caller.send(reply);
        };
    }
}
