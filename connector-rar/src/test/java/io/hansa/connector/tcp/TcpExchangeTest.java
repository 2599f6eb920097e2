package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Framing;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.pool.Deadline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An exchange that one thread begins and another one ends. */
@Timeout(30)
class TcpExchangeTest extends TcpPoolFixture {
    private static final Executor THREADS = task -> new Thread(task).start();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @Test
    void replyMayBeAwaitedByAnotherThread() throws Exception {
        TcpPool pool = pool(server(this::answersWhenItMay));
        PendingReply<ServerReply, ExchangeException> exchange = pool.begin(request("one", 10_000));

        assertThat(exchange.await(0)).isNull();
        assertThat(exchange.await(TimeUnit.MILLISECONDS.toNanos(5))).isNull();
        mayAnswer.countDown();

        assertThat(onAnotherThread(exchange)).isEqualTo("one");
        assertThat(ask(pool, "two")).isEqualTo("two");
        assertThat(pool.openChannels()).isEqualTo(1);
    }

    @Test
    void deadlineHoldsForEveryWaitingThread() throws Exception {
        TcpPool pool = pool(server(Manners.silence()));
        PendingReply<ServerReply, ExchangeException> exchange = pool.begin(request("one", 100));

        assertThat(exchange.await(TimeUnit.MILLISECONDS.toNanos(5))).isNull();
        ExchangeException late =
                catchThrowableOfType(
                        ExchangeException.class, () -> exchange.await(PendingReply.TO_THE_END));

        assertThat(late.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(late.sent()).isTrue();
        assertThat(pool.openChannels()).isZero();
    }

    @Test
    void permitIsHeldUntilTheExchangeEnds() throws Exception {
        TcpPool pool = pool(server(Manners.silence()));
        List<CompletableFuture<ExchangeException>> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.add(CompletableFuture.supplyAsync(() -> failure(pool, "held", 2_000), THREADS));
        }
        await().until(() -> pool.permits().inFlight() == 4);

        assertThat(failure(pool, "one more", 10_000).kind()).isEqualTo(Kind.OVERLOADED);

        assertThat(held).allSatisfy(end -> assertThat(end.join().kind()).isEqualTo(Kind.TIMEOUT));
        assertThat(failure(pool, "one more", 100).kind()).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void writeBeforeLargePayloadNeedsNoAwaitingThread() throws Exception {
        CountDownLatch payloadCame = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            caller.read(4 + 1000);
                            payloadCame.countDown();
                            caller.readToEnd();
                        });
        Framing prefixed = new LengthPrefix(4, LengthEncoding.BINARY, true, 0, null);
        TcpPool pool = pool(target(server.endpoint(), prefixed, null));
        pool.warm(Deadline.inMillis(5_000));

        PendingReply<ServerReply, ExchangeException> exchange =
                pool.begin(request("x".repeat(200_000), 10_000));

        assertThat(payloadCame.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(exchange.await(0)).isNull();
    }

    @Test
    void closeDestroysTheChannelAndReturnsThePermit() throws Exception {
        TcpPool pool = pool(server(Manners.silence()));
        pool.warm(Deadline.inMillis(5_000));
        PendingReply<ServerReply, ExchangeException> exchange = pool.begin(request("one", 10_000));

        exchange.close();
        exchange.close();

        ExchangeException told = catchThrowableOfType(ExchangeException.class, exchange::result);
        assertThat(told.kind()).isEqualTo(Kind.ABANDONED);
        assertThat(told.sent()).isTrue();
        assertThat(pool.openChannels()).isZero();
        assertThat(pool.permits().inFlight()).isZero();
    }

    @Test
    void closeAfterTheDeadlineIsATimeout() throws Exception {
        TcpPool pool = pool(server(Manners.silence()));
        pool.warm(Deadline.inMillis(5_000));
        ServerRequest request = request("one", 500);
        PendingReply<ServerReply, ExchangeException> exchange = pool.begin(request);
        await().until(() -> new Deadline(request.deadlineNanos()).passed());

        exchange.close();

        assertThat(catchThrowableOfType(ExchangeException.class, exchange::result).kind())
                .isEqualTo(Kind.TIMEOUT);
        assertThat(pool.openChannels()).isZero();
    }

    @Test
    void closeEndsTheWaitOfAnotherThread() throws Exception {
        TcpPool pool = pool(server(Manners.silence()));
        pool.warm(Deadline.inMillis(5_000));
        PendingReply<ServerReply, ExchangeException> exchange = pool.begin(request("one", 10_000));
        CompletableFuture<ExchangeException> told =
                CompletableFuture.supplyAsync(
                        () ->
                                catchThrowableOfType(
                                        ExchangeException.class,
                                        () -> exchange.await(PendingReply.TO_THE_END)));

        exchange.close();

        assertThat(told.get(5, TimeUnit.SECONDS).kind()).isEqualTo(Kind.ABANDONED);
        assertThat(pool.openChannels()).isZero();
    }

    @Test
    void closeReachesTheFreshChannel() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            if (caller.number() == 1) {
                                caller.send(caller.readLine() + "\n");
                                caller.read(1);
                            } else {
                                caller.readLine();
                                arrived.countDown();
                                caller.readToEnd();
                            }
                        });
        TcpPool pool = pool(server);
        ask(pool, "first");

        assertCloseReleases(pool, arrived);

        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void closeLeadsToNoFreshChannel() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            caller.send(caller.readLine() + "\n");
                            caller.readLine();
                            arrived.countDown();
                            caller.readToEnd();
                        });
        TcpPool pool = pool(server);
        ask(pool, "first");

        assertCloseReleases(pool, arrived);

        assertThat(server.accepted()).isEqualTo(1);
    }

    private static void assertCloseReleases(TcpPool pool, CountDownLatch arrived) throws Exception {
        PendingReply<ServerReply, ExchangeException> exchange =
                pool.begin(repeatable("again", 10_000));
        CompletableFuture<ExchangeException> told =
                CompletableFuture.supplyAsync(
                        () ->
                                catchThrowableOfType(
                                        ExchangeException.class,
                                        () -> exchange.await(PendingReply.TO_THE_END)));
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

        exchange.close();

        assertThat(told.get(5, TimeUnit.SECONDS).kind()).isEqualTo(Kind.ABANDONED);
        assertThat(told.get().sent()).isTrue();
        assertThat(pool.openChannels()).isZero();
        assertThat(pool.permits().inFlight()).isZero();
    }

    private void answersWhenItMay(Caller caller) throws IOException, InterruptedException {
        for (String line = caller.readLine(); line != null; line = caller.readLine()) {
            mayAnswer.await();
            caller.send((line + "\n").getBytes(UTF_8));
        }
    }

    private static String onAnotherThread(PendingReply<ServerReply, ExchangeException> exchange) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return new String(
                                        exchange.await(PendingReply.TO_THE_END).payload(), UTF_8);
                            } catch (ExchangeException failed) {
                                throw new AssertionError(failed);
                            }
                        })
                .join();
    }
}
