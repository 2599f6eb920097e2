package io.hansa.connector.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault of a server costs that exchange and that channel, and nothing else. */
@Timeout(30)
class TcpMisbehaviourTest extends TcpPoolFixture {

    static Stream<Arguments> misbehaviours() {
        return Stream.of(
                Arguments.of(
                        "closes without a reply", Kind.UNREACHABLE, (Manners) Caller::readLine),
                Arguments.of(
                        "closes in half a frame", Kind.PROTOCOL_ERROR, Manners.answerOnce("ha")),
                Arguments.of(
                        "resets",
                        Kind.UNREACHABLE,
                        (Manners)
                                caller -> {
                                    caller.readLine();
                                    caller.reset();
                                }),
                Arguments.of("is silent", Kind.TIMEOUT, Manners.silence()),
                Arguments.of(
                        "stops in half a frame",
                        Kind.TIMEOUT,
                        (Manners)
                                caller -> {
                                    caller.readLine();
                                    caller.send("ha");
                                    caller.readToEnd();
                                }),
                Arguments.of(
                        "never ends the frame",
                        Kind.PROTOCOL_ERROR,
                        (Manners)
                                caller -> {
                                    caller.readLine();
                                    caller.send("x".repeat(2 * MAX_REPLY));
                                    caller.readToEnd();
                                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misbehaviours")
    void theExchangeFailsAndTheNextOneGetsItsOwnReply(String what, Kind kind, Manners misbehaviour)
            throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            Manners now = caller.number() == 1 ? misbehaviour : Manners.echo();
                            now.serve(caller);
                        });
        TcpPool pool = pool(server);

        ExchangeException failure = failure(pool, "first", 1500);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.sent()).isTrue();
        assertThat(failure).hasMessageContaining("fake").hasMessageNotContaining("first");
        assertThat(pool.openChannels()).as("channels after the failure").isZero();
        assertThat(ask(pool, "second")).isEqualTo("second");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void aDripDoesNotMoveTheDeadline() throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            caller.readLine();
                            while (!stop.await(10, TimeUnit.MILLISECONDS)) {
                                caller.send(".");
                            }
                        });
        long start = System.nanoTime();

        ExchangeException failure = failure(pool(server), "x", 1500);

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(System.nanoTime() - start)
                .isBetween(TimeUnit.MILLISECONDS.toNanos(1499), TimeUnit.SECONDS.toNanos(5));
        stop.countDown();
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void lengthsThatCannotBeAreNotWaitedFor(String received) throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            caller.read(5);
                            caller.send(HexFormat.of().parseHex(received));
                            caller.readToEnd();
                        });
        TcpPool pool =
                pool(
                        target(
                                server.endpoint(),
                                new LengthPrefix(4, LengthEncoding.BINARY, true, 0, null),
                                null));

        ExchangeException failure = failure(pool, "x", 20_000);

        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure.sent()).isTrue();
        assertThat(pool.openChannels()).isZero();
    }

    static Stream<String> lengths() {
        return Stream.of("7fffffff", "ffffffff", "00000003");
    }

    @Test
    void aRefusedConnectionIsSurelyNotSent() throws Exception {
        ExchangeException failure =
                failure(pool(target(FakeServer.refusing(), LINES, null)), "x", 5000);

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.sent()).isFalse();
    }

    @Test
    void passedDeadlineIsNotSent() throws Exception {
        FakeServer server = server(Manners.echo());

        ExchangeException failure = failure(pool(server), "x", -1);

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure.sent()).isFalse();
        assertThat(server.accepted()).isZero();
    }

    @Test
    void surplusBytesKeepReplyAndCloseChannel() throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            caller.send(caller.readLine() + "\nforged\n");
                            caller.readToEnd();
                        });
        TcpPool pool = pool(server);

        assertThat(ask(pool, "one")).isEqualTo("one");
        assertThat(pool.openChannels()).isZero();
        assertThat(ask(pool, "two")).isEqualTo("two");
    }
}
