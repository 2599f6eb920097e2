package io.hansa.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.fakeserver.FakeServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is not read to its end: neither bandwidth nor a thread is spent on it. */
@Timeout(60)
class OverlongReplyTest extends HttpPoolFixture {

    /** What the sockets of both sides and the client's own buffer hold. */
    private static final long BUFFERED_BYTES = 32L << 20;

    private static final String PART = "x".repeat(64 << 10);

    private final AtomicLong sent = new AtomicLong();
    private final AtomicBoolean cutOff = new AtomicBoolean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n",
                "HTTP/1.1 500 Fault\r\nContent-Length: 2000000000\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
            })
    void theConnectionIsClosedAtOnce(String head) throws Exception {
        closedAtOnce(head, PART);
    }

    @Test
    void theConnectionIsClosedAtOnceBetweenChunks() throws Exception {
        closedAtOnce(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "10000\r\n" + PART + "\r\n");
    }

    @Test
    void anOverlongContentTypeIsRefused() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: 0\r\n\r\n";
        HttpPool pool = pool(server(replies(head.formatted("a/" + "b".repeat(1000)))));
        ExchangeException failure = failure(pool, 10_000);
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure).hasMessageContaining("content type");
    }

    @Test
    void overlongHeadersAreRefused() throws Exception {
        String head = "HTTP/1.1 200 OK\r\n" + ("X-A: " + "b".repeat(30_000) + "\r\n").repeat(3);
        HttpPool pool = pool(server(replies(head + "Content-Length: 0\r\n\r\n")));
        ExchangeException failure = failure(pool, 10_000);
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure).hasMessageContaining("headers");
    }

    private void closedAtOnce(String head, String part) throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            Seen.by(caller);
                            try {
                                caller.send(head);
                                while (true) {
                                    caller.send(part);
                                    sent.addAndGet(part.length());
                                }
                            } catch (IOException closed) {
                                cutOff.set(true);
                            }
                        });
        ExchangeException failure = failure(pool(server), 50_000);
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure).hasMessageContaining("maxReplyBytes");
        await().atMost(Duration.ofSeconds(20)).untilTrue(cutOff);
        assertThat(sent).hasValueLessThan(BUFFERED_BYTES);
    }
}
