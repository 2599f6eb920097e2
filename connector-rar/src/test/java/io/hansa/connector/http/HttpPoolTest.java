package io.hansa.connector.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.pool.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpPoolTest extends HttpPoolFixture {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 302, 401, 404, 500, 503})
    void everyStatusIsAReply(int status) throws Exception {
        FakeServer server =
                server(
                        replies(
                                "HTTP/1.1 %d Word\r\nLocation: /elsewhere\r\nContent-Length: 4\r\n\r\nbody"
                                        .formatted(status)));

        HttpPool pool = pool(server);
        ServerReply reply = pool.exchange(request(10_000));
        ServerReply again = pool.exchange(request(10_000));

        assertThat(reply.status()).isEqualTo(status).isEqualTo(again.status());
        assertThat(reply.payload()).isEqualTo("body".getBytes(UTF_8));
        assertThat(server.accepted()).as("connections").isEqualTo(1);
    }

    @Test
    void theRequestArrivesAsItWasGiven() throws Exception {
        List<Seen> seen = new ArrayList<>();
        HttpPool pool = pool(server(replies(seen, ok(""))));

        pool.exchange(
                new ServerRequest(
                        new byte[] {0, 1, (byte) 0xFF},
                        "application/x-data",
                        Map.of("X-One", "1", "Content-Length", "99", "Connection", "close"),
                        Deadline.inMillis(10_000).nanos()));
        pool.exchange(
                new ServerRequest(
                        new byte[0],
                        null,
                        Map.of(),
                        "/other?a=b",
                        Deadline.inMillis(9000).nanos()));

        assertThat(seen.get(0).line()).isEqualTo("POST /service HTTP/1.1");
        assertThat(seen.get(0).body()).containsExactly(0, 1, 0xFF);
        assertThat(seen.get(0).headers())
                .containsEntry("Content-Type", "application/x-data")
                .containsEntry("X-One", "1")
                .containsEntry("Content-Length", "3")
                .doesNotContainKeys("User-Agent", "Accept-Encoding", "Cookie", "Expect");
        assertThat(seen.get(1).line()).isEqualTo("POST /other?a=b HTTP/1.1");
        assertThat(seen.get(1).headers()).doesNotContainKey("Content-Type");
    }

    @Test
    void aLineBreakDoesNotSmuggleAHeader() throws Exception {
        FakeServer server = server(replies(ok("")));
        HttpPool pool = pool(server);
        ServerRequest smuggling =
                new ServerRequest(
                        new byte[0],
                        null,
                        Map.of("X-One", "1\r\nX-Two: 2"),
                        Deadline.inMillis(10_000).nanos());

        ExchangeException failure =
                catchThrowableOfType(ExchangeException.class, () -> pool.exchange(smuggling));

        assertThat(failure.kind()).isEqualTo(Kind.UNMAPPABLE);
        assertThat(failure.sent()).isFalse();
        assertThat(server.accepted()).isZero();
    }

    @Test
    void theReplyIsHandedOverUntouched() throws Exception {
        String zipped = "\u001f\u008b not really";
        HttpPool pool =
                pool(
                        server(
                                replies(
                                        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-A: 1\r\nx-a: 2\r\n"
                                                + "Content-Encoding: gzip\r\nSet-Cookie: a=b\r\nContent-Length: 13\r\n\r\n"
                                                + zipped)));

        ServerReply reply = pool.exchange(request(10_000));

        assertThat(reply.payload()).isEqualTo(zipped.getBytes(ISO_8859_1));
        assertThat(reply.contentType()).isEqualTo("text/plain");
        assertThat(reply.headers())
                .containsEntry("x-a", "1, 2")
                .containsEntry("content-encoding", "gzip");
    }

    @Test
    void noCookieComesBack() throws Exception {
        List<Seen> seen = new ArrayList<>();
        HttpPool pool =
                pool(
                        server(
                                replies(
                                        seen,
                                        "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n")));
        ask(pool);
        ask(pool);
        assertThat(seen.get(1).headers()).doesNotContainKey("Cookie");
    }

    @Test
    void chunkedRepliesAreWhole() throws Exception {
        HttpPool pool =
                pool(
                        server(
                                replies(
                                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")));
        assertThat(ask(pool)).isEqualTo("abc");
        assertThat(ask(pool)).isEqualTo("abc");
    }

    @Test
    void textIsSentInTheServersCharset() throws Exception {
        List<Seen> seen = new ArrayList<>();
        FakeServer server =
                server(
                        replies(
                                seen,
                                "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Length: 1\r\n\r\n\u00fc"));
        ServerReply reply =
                pool(server.httpEndpoint(), ISO_8859_1, null)
                        .exchange(
                                new ServerRequest(
                                        "\u00e4".getBytes(UTF_8),
                                        "text/plain; charset=utf-8",
                                        Map.of(),
                                        Deadline.inMillis(10_000).nanos()));

        assertThat(seen.get(0).body()).isEqualTo("\u00e4".getBytes(ISO_8859_1));
        assertThat(seen.get(0).headers())
                .containsEntry("Content-Type", "text/plain; charset=ISO-8859-1");
        assertThat(reply.payload()).isEqualTo("\u00fc".getBytes(UTF_8));
        assertThat(reply.contentType()).isEqualTo("text/plain; charset=UTF-8");
    }

    @Test
    void drainingClosesWhatIsIdle() throws Exception {
        FakeServer server = server(replies(ok("")));
        HttpPool pool = pool(server);
        ask(pool);
        pool.drain();
        await().until(() -> server.open() == 0);
    }
}
