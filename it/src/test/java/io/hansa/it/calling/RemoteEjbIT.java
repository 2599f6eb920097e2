package io.hansa.it.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Narrator;
import io.hansa.it.system.Progress;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Load through the client library by the remote EJBs of two proxies on WildFly, while one is killed
 * and restarted, and the other one restarted. It takes minutes: {@code -Pproof} runs it.
 */
@ExtendWith(Narrator.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = "hansa.it.proof", matches = "true")
class RemoteEjbIT {
    private static final int CALLS = 200;

    @Test
    void killedAndRestartedProxiesFailNoCall() throws Exception {
        try (CountingServer server = new CountingServer();
                Ends ends = new Ends()) {
            RunningServer a = ends.add(start("ejb-a", server));
            RunningServer b = ends.add(start("ejb-b", server));
            LibraryProcess caller = ends.add(LibraryProcess.start(List.of(a, b)));
            caller.awaitAnswers("ejb-a", CALLS);
            caller.awaitAnswers("ejb-b", CALLS);
            caller.forget();

            a.kill();
            caller.awaitAnswers("ejb-b", CALLS);
            RunningServer again = ends.add(start("ejb-a", server));
            caller.use(List.of(again, b));
            caller.awaitAnswers("ejb-a", CALLS);

            b.close();
            caller.awaitAnswers("ejb-a", CALLS);
            RunningServer other = ends.add(start("ejb-b", server));
            caller.use(List.of(again, other));
            caller.awaitAnswers("ejb-b", CALLS);

            Progress.say("  by remote EJB: %s", caller.summary());
            assertThat(caller.failures()).as("calls that could be answered").isEmpty();
            assertThat(caller.unknown()).as("ONCE in flight at the killed one").hasSizeLessThan(3);
            assertThat(server.executedTwice(Callers.ONCE)).as("ONCE executed twice").isEmpty();
        }
    }

    private static RunningServer start(String id, CountingServer server) throws IOException {
        RunningServer started =
                RunningServer.start(
                        "wildfly", id, Map.of("HANSA_REMOTING_PASSWORD", LibraryProcess.PASSWORD));
        ThreeProxies.enter(started.proxy(), server);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> started.proxy().capability(Callers.TWICE).isPresent());
        return started;
    }

    /** Closes what was started, the last first. */
    private static final class Ends implements AutoCloseable {
        private final Deque<AutoCloseable> started = new ArrayDeque<>();

        <T extends AutoCloseable> T add(T one) {
            started.push(one);
            return one;
        }

        @Override
        public void close() throws Exception {
            for (AutoCloseable one : started) {
                one.close();
            }
        }
    }
}
