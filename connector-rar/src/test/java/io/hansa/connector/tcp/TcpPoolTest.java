package io.hansa.connector.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.pool.Deadline;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which channel an exchange gets. */
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
    void aWarmPoolHasOneChannelWaiting() throws Exception {
        FakeServer server = server(Manners.echo());
        TcpPool pool = pool(server);

        pool.warm(Deadline.inMillis(2_000));
        pool.warm(Deadline.inMillis(2_000));

        await().until(() -> server.accepted() == 1);
        assertThat(pool.openChannels()).isEqualTo(1);
        assertThat(ask(pool, "first")).isEqualTo("first");
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void aHostNameIsLookedUp() throws Exception {
        FakeServer server = server(Manners.echo());
        URI byName = URI.create("tcp://localhost:" + server.endpoint().getPort());

        assertThat(ask(pool(target(byName, LINES, null)), "hello")).isEqualTo("hello");
    }

    @Test
    void channelClosedWhileIdleIsNoticedBeforeUse() throws Exception {
        FakeServer server = server(Manners.echo());
        TcpPool pool = pool(server);
        ask(pool, "first");

        server.hangUp();
        await().until(() -> server.open() == 0);

        assertThat(ask(pool, "second")).isEqualTo("second");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void bytesWhileIdleNeverReachTheNextCaller() throws Exception {
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
            askAgain(pool);
            age.addAndGet(step);
        }
        askAgain(pool); // By now on a third channel.
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
}
