package io.hansa.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault of a server costs that exchange and that connection, and nothing else. */
@Timeout(30)
class HttpMisbehaviourTest extends HttpPoolFixture {

    static Stream<Arguments> misbehaviours() {
        String head = "HTTP/1.1 200 OK\r\n";
        return Stream.of(
                Arguments.of("closes without a reply", Kind.UNREACHABLE, closing("")),
                Arguments.of(
                        "closes in the head", Kind.PROTOCOL_ERROR, closing(head + "Content-Le")),
                Arguments.of(
                        "closes in the body",
                        Kind.PROTOCOL_ERROR,
                        closing(head + "Content-Length: 10\r\n\r\nabc")),
                Arguments.of(
                        "closes in a chunk",
                        Kind.PROTOCOL_ERROR,
                        closing(head + "Transfer-Encoding: chunked\r\n\r\n5\r\nab")),
                Arguments.of(
                        "sends no HTTP", Kind.PROTOCOL_ERROR, staying("what do you want?\r\n\r\n")),
                Arguments.of(
                        "sends no chunk",
                        Kind.PROTOCOL_ERROR,
                        staying(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\nab")),
                Arguments.of(
                        "announces too much",
                        Kind.PROTOCOL_ERROR,
                        staying(head + "Content-Length: 1001\r\n\r\n")),
                Arguments.of(
                        "sends too much",
                        Kind.PROTOCOL_ERROR,
                        staying(head + "\r\n" + "x".repeat(1001))),
                Arguments.of("is silent", Kind.TIMEOUT, staying("")),
                Arguments.of(
                        "stops in the body",
                        Kind.TIMEOUT,
                        staying(head + "Content-Length: 10\r\n\r\nabc")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misbehaviours")
    void theExchangeFailsAndTheNextOneGetsItsOwnReply(String what, Kind kind, Manners misbehaviour)
            throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            Manners now = caller.number() == 1 ? misbehaviour : replies(ok("own"));
                            now.serve(caller);
                        });
        HttpPool pool = pool(server);

        ExchangeException failure = failure(pool, 1500);

        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        assertThat(failure.sent()).isTrue();
        await().until(() -> server.open() == 0);
        assertThat(ask(pool)).isEqualTo("own");
    }

    @Test
    void aDripDoesNotMoveTheDeadline() throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            Seen.by(caller);
                            caller.send("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n");
                            while (!stop.await(10, TimeUnit.MILLISECONDS)) {
                                caller.send(".");
                            }
                        });
        long start = System.nanoTime();

        ExchangeException failure = failure(pool(server), 1500);

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure.sent()).isTrue();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
        stop.countDown();
    }

    @Test
    void connectionClosedWhileIdleIsNoticedBeforeUse() throws Exception {
        FakeServer server = server(replies(ok("own")));
        HttpPool pool = pool(server);
        for (int turn = 1; turn <= 20; turn++) {
            assertThat(ask(pool)).isEqualTo("own");
            server.hangUp();
            await().until(() -> server.open() == 0);
            assertThat(server.accepted()).isEqualTo(turn);
        }
    }

    @Test
    void secondReplyNeverReachesTheNextCaller() throws Exception {
        FakeServer server = server(replies(ok("first") + ok("forged"), ok("other")));
        HttpPool pool = pool(server);
        assertThat(ask(pool)).isEqualTo("first");
        assertThat(ask(pool)).isEqualTo("first");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void replyWhileIdleNeverReachesTheNextCaller() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            Seen.by(caller);
                            caller.send(ok("first"));
                            late.await();
                            caller.send(ok("late"));
                            sent.countDown();
                            caller.readToEnd();
                        });
        HttpPool pool = pool(server);
        assertThat(ask(pool)).isEqualTo("first");
        late.countDown();
        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ask(pool)).isEqualTo("first");
    }

    @Test
    void failedConnectIsNotSent() throws Exception {
        URI refusing = URI.create("http" + FakeServer.refusing().toString().substring(3) + "/");
        for (URI endpoint : new URI[] {refusing, URI.create("http://no-such-host.invalid/")}) {
            ExchangeException failure = failure(pool(endpoint, null, null), 10_000);
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.sent()).isFalse();
        }
    }

    private static Manners closing(String reply) {
        return caller -> answer(caller, reply);
    }

    private static Manners staying(String reply) {
        return caller -> {
            answer(caller, reply);
            caller.readToEnd();
        };
    }

    private static void answer(Caller caller, String reply) throws IOException {
        Seen.by(caller);
        caller.send(reply);
    }
}
