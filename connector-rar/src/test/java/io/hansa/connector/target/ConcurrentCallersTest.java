package io.hansa.connector.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.Delimiter;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many callers, few channels, and a server that breaks one exchange in seven: no caller ever gets
 * another's reply.
 */
@Timeout(60)
class ConcurrentCallersTest {

    private static final int CALLERS = 24;
    private static final int CALLS = 150;

    @Test
    void eachCallerGetsItsOwnReply() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (FakeServer server = FakeServer.with(ConcurrentCallersTest::unreliable);
                TargetPools pools = new TargetPools(new PoolSettings(60_000, 600_000, 20_000))) {
            ServerTarget target =
                    new ServerTarget(
                            "unreliable",
                            server.endpoint(),
                            new Delimiter(new byte[] {'\n'}),
                            null,
                            5,
                            5000,
                            1000,
                            null);
            List<Future<Integer>> replies = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int me = caller;
                replies.add(callers.submit(() -> call(pools, target, me)));
            }
            int good = 0;
            for (Future<Integer> count : replies) {
                good += count.get();
            }
            assertThat(good).isBetween(CALLERS * CALLS / 2, CALLERS * CALLS - 1);
        } finally {
            callers.shutdownNow();
        }
    }

    private static int call(TargetPools pools, ServerTarget target, int caller) {
        int good = 0;
        for (int call = 0; call < CALLS; call++) {
            byte[] question = ("caller " + caller + " call " + call).getBytes(UTF_8);
            try {
                byte[] reply =
                        pools.exchange(
                                        target,
                                        new ServerRequest(
                                                question,
                                                null,
                                                Map.of(),
                                                Deadline.inMillis(20_000).nanos()))
                                .payload();
                assertThat(new String(reply, UTF_8)).isEqualTo(new String(question, UTF_8));
                good++;
            } catch (ExchangeException e) {
                assertThat(e.sent()).isTrue();
            }
        }
        return good;
    }

    private static void unreliable(Caller caller) throws IOException {
        String line = caller.readLine();
        for (int exchange = 1; line != null; exchange++) {
            switch ((caller.number() * 3 + exchange) % 21) {
                case 0 -> {
                    caller.send(line.substring(0, line.length() / 2));
                    return;
                }
                case 7 -> caller.send(line + "\n" + line + "\n");
                case 14 -> {
                    return;
                }
                default -> caller.send(line + "\n");
            }
            line = caller.readLine();
        }
    }
}
