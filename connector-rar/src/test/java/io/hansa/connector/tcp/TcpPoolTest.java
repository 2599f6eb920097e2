package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Fixed;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.pool.Deadline;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpPoolTest extends TcpPoolFixture {

    @Test
    void aChannelIsUsedAgain() throws Exception {
        FakeServer server = server(Manners.echo());
        TcpPool pool = pool(server);

        for (int turn = 0; turn < 20; turn++) {
            assertThat(ask(pool, "turn " + turn)).isEqualTo("turn " + turn);
        }
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void aHostNameIsLookedUp() throws Exception {
        FakeServer server = server(Manners.echo());
        URI byName = URI.create("tcp://localhost:" + server.endpoint().getPort());

        assertThat(ask(pool(target(byName, LINES, null)), "hello")).isEqualTo("hello");
    }

    @Test
    void aChannelThatTheServerClosedWhileIdleIsNoticedBeforeUse() throws Exception {
        FakeServer server = server(Manners.echo());
        TcpPool pool = pool(server);
        ask(pool, "first");

        server.hangUp();
        await().until(() -> server.open() == 0);

        assertThat(ask(pool, "second")).isEqualTo("second");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void bytesThatCameWhileIdleNeverReachTheNextCaller() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            caller.send(caller.readLine() + "\n");
                            late.await();
                            caller.send("late reply\n");
                            sent.countDown();
                            caller.readToEnd();
                        });
        TcpPool pool = pool(server);
        assertThat(ask(pool, "first")).isEqualTo("first");

        late.countDown();
        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(ask(pool, "second")).isEqualTo("second");
    }

    @Test
    void idleAndOldChannelsAreClosed() throws Exception {
        FakeServer server = server(Manners.echo());
        TcpPool pool = pool(server);
        ask(pool, "first");

        age.addAndGet(TimeUnit.MILLISECONDS.toNanos(SETTINGS.idleMillis()) + 1);
        pool.closeExpired();
        assertThat(pool.openChannels()).isZero();
        await().until(() -> server.open() == 0);

        long step = TimeUnit.MILLISECONDS.toNanos(SETTINGS.idleMillis());
        for (int turn = 0; turn <= SETTINGS.lifetimeMillis() / SETTINGS.idleMillis(); turn++) {
            ask(pool, "again");
            age.addAndGet(step);
        }
        ask(pool, "by now on a third channel");
        assertThat(server.accepted()).isEqualTo(3);
    }

    @Test
    void noMoreExchangesThanTheTargetTakes() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            String line = caller.readLine();
                            go.await();
                            caller.send(line + "\n");
                            Manners.echo().serve(caller);
                        });
        TcpPool pool = pool(server);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> busy = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                String line = "caller " + caller;
                busy.add(callers.submit(() -> ask(pool, line)));
            }
            await().until(() -> server.accepted() == 4);

            ExchangeException failure = failure(pool, "one too many", 10_000);

            assertThat(failure.kind()).isEqualTo(Kind.OVERLOADED);
            assertThat(failure.sent()).isFalse();
            go.countDown();
            for (int caller = 0; caller < 4; caller++) {
                assertThat(busy.get(caller).get()).isEqualTo("caller " + caller);
            }
            assertThat(ask(pool, "now there is room")).isEqualTo("now there is room");
            assertThat(server.accepted()).isEqualTo(4);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void textIsInTheServersCharsetOnTheWire() throws Exception {
        Charset ebcdic = Charset.forName("IBM037");
        FakeServer server =
                server(
                        caller -> {
                            String received = new String(caller.read(8), ebcdic);
                            caller.send((received.trim() + "!").getBytes(ebcdic));
                            caller.send(new byte[] {0x40, 0x40, 0x40});
                            caller.readToEnd();
                        });
        TcpPool pool = pool(target(server.endpoint(), new Fixed(8, (byte) 0x40), ebcdic));

        assertThat(ask(pool, "Käse")).isEqualTo("Käse!   ");
    }

    @Test
    void textThatTheServerCannotReadIsNotSent() throws Exception {
        FakeServer server = server(Manners.echo());
        TcpPool pool = pool(target(server.endpoint(), LINES, US_ASCII));

        ExchangeException failure = failure(pool, "Käse", 5000);

        assertThat(failure.kind()).isEqualTo(Kind.UNMAPPABLE);
        assertThat(failure.sent()).isFalse();
        assertThat(server.accepted()).isZero();
    }

    @Test
    void aReplyThatIsNoTextCostsItsChannel() throws Exception {
        FakeServer server = server(Manners.answerOnce("\u00e4\n"));
        TcpPool pool = pool(target(server.endpoint(), LINES, US_ASCII));

        ExchangeException failure = failure(pool, "x", 5000);

        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_ERROR);
        assertThat(failure.sent()).isTrue();
        assertThat(pool.openChannels()).isZero();
    }

    @Test
    void aServerThatRepliesWhileItIsStillReadingIsNoDeadlock() throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            for (byte[] some = caller.read(512);
                                    some.length > 0;
                                    some = caller.read(512)) {
                                caller.send(some);
                            }
                        });
        int size = 8 * 1024 * 1024;
        TcpPool pool =
                pool(
                        new ServerTarget(
                                "big",
                                server.endpoint(),
                                new LengthPrefix(4, LengthEncoding.BINARY, true, 0, new byte[8]),
                                null,
                                1,
                                1000,
                                size,
                                null));
        byte[] payload = new byte[size - 12];
        Arrays.fill(payload, (byte) 7);
        ServerRequest request =
                new ServerRequest(payload, null, Map.of(), Deadline.inMillis(20_000).nanos());

        assertThat(pool.exchange(request).payload()).isEqualTo(payload);
        assertThat(pool.openChannels()).isEqualTo(1);
    }

    @Test
    void aServerThatDoesNotReadIsLeftAtTheDeadline() throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        TcpPool pool = pool(server(caller -> stop.await()));
        ExchangeException failure = failure(pool, "x".repeat(32 * 1024 * 1024), 500);

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure.sent()).isTrue();
        assertThat(pool.openChannels()).isZero();
        stop.countDown();
    }

    @Test
    void anInterruptedCallerStopsWaitingAndStaysInterrupted() throws Exception {
        TcpPool pool = pool(server(Manners.silence()));

        Thread.currentThread().interrupt();
        ExchangeException failure = failure(pool, "x", 20_000);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.kind()).isIn(Kind.UNREACHABLE, Kind.OVERLOADED);
        assertThat(pool.openChannels()).isZero();
    }

    @Test
    void closingEndsAnExchangeUnderWay() throws Exception {
        FakeServer server = server(Manners.silence());
        TcpPool pool = pool(server);
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            Future<ExchangeException> waiting = caller.submit(() -> failure(pool, "x", 60_000));
            await().until(() -> server.open() == 1 && pool.openChannels() == 1);

            pool.close();

            assertThat(waiting.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.UNREACHABLE);
            await().until(() -> server.open() == 0);
        } finally {
            caller.shutdownNow();
        }
    }
}
