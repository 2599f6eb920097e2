package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Dialogue;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/**
 * Pools whose connections carry many requests at once, told apart by the first four bytes of a
 * line.
 */
abstract class SharedPoolFixture extends TcpPoolFixture {
    static final Dialogue BY_FOUR_BYTES = new Dialogue(LINES, new ByteRange(0, 4));
    final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    SharedPool sharedPool(FakeServer server, Dialogue dialogue) {
        return closing(
                new SharedPool(
                        new ServerTarget(
                                "fake",
                                server.endpoint(),
                                dialogue,
                                null,
                                32,
                                1000,
                                MAX_REPLY,
                                null),
                        context,
                        age::get));
    }

    static String ask(SharedPool pool, String line) throws ExchangeException {
        return new String(pool.exchange(request(line, 10_000)).payload(), UTF_8);
    }

    static ExchangeException failure(SharedPool pool, String line, long millis) {
        return catchThrowableOfType(
                ExchangeException.class, () -> pool.exchange(request(line, millis)));
    }

    /** Collects so many lines and answers the last one first. */
    static Manners reversing(int count) {
        return caller -> {
            while (true) {
                List<String> lines = new ArrayList<>();
                while (lines.size() < count) {
                    String line = caller.readLine();
                    if (line == null) {
                        return;
                    }
                    lines.add(0, line);
                }
                caller.send(String.join("\n", lines) + "\n");
            }
        };
    }
}
