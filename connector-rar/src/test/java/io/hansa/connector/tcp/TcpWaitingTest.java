package io.hansa.connector.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.fakeserver.Unanswering;
import io.hansa.connector.pool.Deadline;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** No wait is longer than it has to be. */
@Timeout(30)
class TcpWaitingTest extends TcpPoolFixture {

    @Test
    void replyWhileReadingCausesNoDeadlock() throws Exception {
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
    void unreadRequestEndsAtTheDeadline() throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        TcpPool pool = pool(server(caller -> stop.await()));
        ExchangeException failure = failure(pool, "x".repeat(32 * 1024 * 1024), 4000);

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

    @Test
    void silentAddressCostsTheConnectTimeoutOnly() throws Exception {
        try (Unanswering address = new Unanswering()) {
            ExchangeException failure =
                    failure(pool(target(address.endpoint(), LINES, null)), "x", 20_000);

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.sent()).isFalse();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeadlineBeforeTheConnectTimeoutCounts() throws Exception {
        try (Unanswering address = new Unanswering()) {
            ExchangeException failure =
                    failure(pool(target(address.endpoint(), LINES, null)), "x", 200);

            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failure.sent()).isFalse();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void beginDoesNotWaitForAConnection() throws Exception {
        try (Unanswering address = new Unanswering()) {
            TcpPool pool = pool(target(address.endpoint(), LINES, null));

            var pending = pool.begin(request("x", 20_000));

            assertThat(pending.await(0)).isNull();
            pending.close();
            assertThat(kind(pending)).isEqualTo(Kind.ABANDONED);
            assertThat(pool.permits().inFlight()).isZero();
        }
    }

    @Test
    void beginDoesNotWaitForAPermit() throws Exception {
        TcpPool pool = pool(server(Manners.silence()));
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            for (int caller = 0; caller < 4; caller++) {
                callers.submit(() -> failure(pool, "x", 20_000));
            }
            await().until(() -> pool.permits().inFlight() == 4);

            var pending = pool.begin(request("one too many", 20_000));

            assertThat(pending.await(0)).isNull();
            assertThat(kind(pending)).isEqualTo(Kind.OVERLOADED);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void closingWhileConnectingLeavesNothing() throws Exception {
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try (Unanswering address = new Unanswering()) {
            TcpPool pool = pool(target(address.endpoint(), LINES, null));
            var pending = pool.begin(request("x", 20_000));
            Future<Kind> waiting = caller.submit(() -> kind(pending));
            await().until(() -> pool.permits().inFlight() == 1);

            pending.close();

            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(Kind.UNREACHABLE);
            assertThat(pool.permits().inFlight()).isZero();
            assertThat(pool.openChannels()).isZero();
        } finally {
            caller.shutdownNow();
        }
    }

    private static Kind kind(PendingReply<ServerReply, ExchangeException> pending) {
        return catchThrowableOfType(
                        ExchangeException.class, () -> pending.await(PendingReply.TO_THE_END))
                .kind();
    }
}
