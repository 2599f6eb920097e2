package io.hansa.connector.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NodeBoundTest {

    private static final int NODE = 16;

    /** Many more callers than the node takes, all at one server that hangs. */
    @Test
    void hangingServerLeavesOthersTheirExchanges() throws Exception {
        ExecutorService callers = Executors.newCachedThreadPool();
        try (FakeServer hanging = FakeServer.with(Manners.silence());
                FakeServer good = FakeServer.with(Manners.echo());
                TargetPools pools =
                        new TargetPools(new PoolSettings(60_000, 600_000, 50, 16, NODE))) {
            AtomicInteger refused = new AtomicInteger();
            for (int caller = 0; caller < 3 * NODE; caller++) {
                callers.execute(
                        () -> {
                            try {
                                pools.exchange(target("hanging", hanging), request(20_000));
                            } catch (ExchangeException e) {
                                if (e.kind() == Kind.OVERLOADED && !e.sent()) {
                                    refused.incrementAndGet();
                                }
                            }
                        });
            }
            await().until(() -> refused.get() == 3 * NODE - NODE / 2);

            for (int turn = 0; turn < 20; turn++) {
                assertThat(pools.exchange(target("good", good), request(5000)).payload())
                        .isEqualTo("x".getBytes(UTF_8));
            }
            assertThat(pools.examine("hanging").channels()).hasSize(NODE / 2);
        } finally {
            callers.shutdownNow();
        }
    }

    private static ServerTarget target(String id, FakeServer server) {
        return new ServerTarget(
                id,
                server.endpoint(),
                new Delimiter(new byte[] {'\n'}),
                null,
                64,
                5000,
                1000,
                null);
    }

    private static ServerRequest request(long millis) {
        return new ServerRequest(
                "x".getBytes(UTF_8), null, Map.of(), Deadline.inMillis(millis).nanos());
    }
}
