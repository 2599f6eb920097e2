package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.Dialogue;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Probe;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Channels that a firewall cuts without a word, all at once. */
@Timeout(60)
class SilenceTest extends TcpPoolFixture {

    private static final int CHANNELS = 8;

    private final CountDownLatch all = new CountDownLatch(CHANNELS);

    @Test
    void oneSilentChannelClosesAllThatWereIdle() throws Exception {
        FakeServer server = server(caller -> silentAfterFirst(caller, CHANNELS));
        TcpPool pool = pool(target(server, null));
        fill(pool);
        age.addAndGet(TimeUnit.SECONDS.toNanos(1));

        ExchangeException failure = failure(pool, "lost", 300);

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(pool.openChannels()).isZero();
        assertThat(ask(pool, "next")).isEqualTo("next");
    }

    @Test
    void aSlowReplyClosesNoChannelUsedSince() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        FakeServer server =
                server(
                        caller -> {
                            for (String line = caller.readLine();
                                    line != null;
                                    line = caller.readLine()) {
                                if (line.equals("slow")) {
                                    begun.countDown();
                                } else {
                                    caller.send(line + "\n");
                                }
                            }
                        });
        TcpPool pool = pool(target(server, null));
        ask(pool, "first");
        ExecutorService callers = Executors.newSingleThreadExecutor();
        Future<ExchangeException> slow = callers.submit(() -> failure(pool, "slow", 1_500));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        age.addAndGet(TimeUnit.SECONDS.toNanos(1));
        ask(pool, "meanwhile");

        assertThat(slow.get().kind()).isEqualTo(Kind.TIMEOUT);
        callers.shutdown();

        assertThat(pool.openChannels()).isEqualTo(1);
    }

    @Test
    void echoesOfSilentChannelsRunInParallel() throws Exception {
        FakeServer server = server(caller -> silentAfterFirst(caller, CHANNELS));
        TcpPool pool = pool(target(server, echo()));
        fill(pool);
        age.addAndGet(TimeUnit.SECONDS.toNanos(2));
        long start = System.nanoTime();

        assertThat(ask(pool, "next")).isEqualTo("next");

        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(3));
        assertThat(pool.openChannels()).isEqualTo(1);
    }

    @Test
    void theOneThatAnswersItsEchoIsTaken() throws Exception {
        FakeServer server = server(caller -> silentAfterFirst(caller, CHANNELS - 1));
        TcpPool pool = pool(target(server, echo()));
        fill(pool);
        age.addAndGet(TimeUnit.SECONDS.toNanos(2));

        assertThat(ask(pool, "next")).isEqualTo("next");

        assertThat(server.accepted()).isEqualTo(CHANNELS);
    }

    @Test
    void channelsThatAnsweredTheirEchoStayOpen() throws Exception {
        FakeServer server = server(caller -> silentAfterFirst(caller, 0));
        TcpPool pool = pool(target(server, echo()));
        fill(pool);
        age.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(ask(pool, "next")).isEqualTo("next");

        await().untilAsserted(
                        () -> {
                            pool.closeExpired();
                            assertThat(pool.openChannels()).isEqualTo(CHANNELS);
                        });
        for (int turn = 0; turn < CHANNELS; turn++) {
            assertThat(ask(pool, "again")).isEqualTo("again");
        }
        assertThat(server.accepted()).isEqualTo(CHANNELS);
    }

    @Test
    void aTimeoutTellsWhatHadCome() throws Exception {
        FakeServer server =
                server(
                        caller -> {
                            caller.readLine();
                            caller.send("secret");
                            caller.readToEnd();
                        });

        ExchangeException failure = failure(pool(server), "x", 1_000);

        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure.received().bytes()).isEqualTo(6);
        assertThat(failure).hasMessageContaining("6 bytes").hasMessageNotContaining("73 65");
        assertThat(failure.operatorMessage()).contains("73 65 63 72 65 74");
    }

    /** As many idle channels as the target takes. */
    private void fill(TcpPool pool) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CHANNELS);
        List<Future<String>> replies = new ArrayList<>();
        for (int caller = 0; caller < CHANNELS; caller++) {
            replies.add(callers.submit(() -> ask(pool, "first")));
        }
        for (Future<String> reply : replies) {
            assertThat(reply.get(10, TimeUnit.SECONDS)).isEqualTo("first");
        }
        callers.shutdown();
        assertThat(pool.openChannels()).isEqualTo(CHANNELS);
    }

    private void silentAfterFirst(Caller caller, int silent)
            throws IOException, InterruptedException {
        if (caller.number() <= CHANNELS) {
            String line = caller.readLine();
            all.countDown();
            all.await();
            caller.send(line + "\n");
        }
        (caller.number() <= silent ? Manners.silence() : Manners.echo()).serve(caller);
    }

    private static Probe echo() {
        byte[] line = "ping".getBytes(UTF_8);
        return new Probe(line, line);
    }

    private static ServerTarget target(FakeServer server, Probe echo) {
        return new ServerTarget(
                "fake",
                server.endpoint(),
                echo == null ? LINES : new Dialogue(LINES, null, null, echo, 1_000),
                null,
                CHANNELS,
                1000,
                MAX_REPLY,
                null);
    }
}
