package io.hansa.connector.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.Delimiter;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolSettings;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TargetPoolsTest {

    private final TargetPools pools = new TargetPools(PoolSettings.defaults());
    private final ExecutorService caller = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        pools.close();
        caller.shutdownNow();
    }

    @Test
    void equalTargetsShareOnePool() throws Exception {
        try (FakeServer server = FakeServer.with(Manners.echo())) {
            assertThat(ask(pools, target(server, 1), "one")).isEqualTo("one");
            assertThat(ask(pools, target(server, 1), "two")).isEqualTo("two");
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aChangedTargetDrainsTheOldPool() throws Exception {
        CountDownLatch reply = new CountDownLatch(1);
        Manners slow =
                connection -> {
                    String line = connection.readLine();
                    reply.await();
                    connection.send(line + " from old\n");
                    connection.readToEnd();
                };
        try (FakeServer old = FakeServer.with(slow);
                FakeServer next = FakeServer.with(Manners.echo())) {
            Future<String> underWay = caller.submit(() -> ask(pools, target(old, 2), "first"));
            await().until(() -> old.open() == 1);

            assertThat(ask(pools, target(next, 2), "second")).isEqualTo("second");
            assertThat(old.open()).isEqualTo(1);
            reply.countDown();

            assertThat(underWay.get(10, TimeUnit.SECONDS)).isEqualTo("first from old");
            await().until(() -> old.open() == 0);
            assertThat(ask(pools, target(next, 2), "third")).isEqualTo("third");
            assertThat(next.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aForgottenTargetKeepsOnlyTheConnectionOfTheExchangeInFlight() throws Exception {
        CountDownLatch came = new CountDownLatch(1);
        CountDownLatch reply = new CountDownLatch(1);
        Manners slow =
                connection -> {
                    connection.send(connection.readLine() + "\n");
                    String line = connection.readLine();
                    came.countDown();
                    reply.await();
                    connection.send(line + "\n");
                    connection.readToEnd();
                };
        try (FakeServer used = FakeServer.with(slow);
                FakeServer idle = FakeServer.with(Manners.echo())) {
            ask(pools, target(idle, 1, "idle"), "one");
            ask(pools, target(used, 1), "one");
            Future<String> underWay = caller.submit(() -> ask(pools, target(used, 1), "two"));
            assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();

            pools.forget("idle");
            pools.forget("never asked");
            await().until(() -> idle.open() == 0);
            pools.forget(target(used, 1).id());

            assertThat(used.open()).isEqualTo(1);
            reply.countDown();
            assertThat(underWay.get(10, TimeUnit.SECONDS)).isEqualTo("two");
            await().until(() -> used.open() == 0);
            assertThat(ask(pools, target(idle, 1, "idle"), "again")).isEqualTo("again");
            assertThat(pools.openTargets()).isEqualTo(1);
        }
    }

    @Test
    void stopEndsExchangesOnNewAndOldPools() throws Exception {
        try (FakeServer old = FakeServer.with(Manners.silence());
                FakeServer next = FakeServer.with(Manners.echo())) {
            Future<ExchangeException> underWay =
                    caller.submit(() -> failure(pools, target(old, 1), "first"));
            await().until(() -> old.open() == 1);
            ask(pools, target(next, 1), "second");

            pools.close();

            ExchangeException ended = underWay.get(10, TimeUnit.SECONDS);
            assertThat(ended.kind()).isEqualTo(Kind.UNREACHABLE);
            await().until(() -> old.open() + next.open() == 0);
            ExchangeException refused = failure(pools, target(next, 1), "third");
            assertThat(refused.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(refused.sent()).isFalse();
            assertThat(next.accepted()).isEqualTo(1);
        }
    }

    @Test
    void idleChannelsAndUnusedTargetsAreClosed() throws Exception {
        try (TargetPools brief = new TargetPools(new PoolSettings(5, 1000, 100));
                FakeServer server = FakeServer.with(Manners.echo())) {
            ask(brief, target(server, 1), "first");
            await().until(() -> server.open() == 0);
            await().until(() -> brief.openTargets() == 0);
            assertThat(ask(brief, target(server, 1), "second")).isEqualTo("second");
        }
    }

    private static ServerTarget target(FakeServer server, int maxConcurrent) {
        return target(server, maxConcurrent, "trade-1");
    }

    private static ServerTarget target(FakeServer server, int maxConcurrent, String id) {
        return new ServerTarget(
                id,
                server.endpoint(),
                new Delimiter(new byte[] {'\n'}),
                null,
                maxConcurrent,
                1000,
                1000,
                null);
    }

    private static String ask(TargetPools pools, ServerTarget target, String line)
            throws ExchangeException {
        return new String(pools.exchange(target, request(line)).payload(), UTF_8);
    }

    private static ExchangeException failure(TargetPools pools, ServerTarget target, String line) {
        return catchThrowableOfType(
                ExchangeException.class, () -> pools.exchange(target, request(line)));
    }

    private static ServerRequest request(String line) {
        return new ServerRequest(
                line.getBytes(UTF_8), null, Map.of(), Deadline.inMillis(20_000).nanos());
    }
}
