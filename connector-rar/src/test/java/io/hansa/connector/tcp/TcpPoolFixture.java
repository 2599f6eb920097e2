package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.connector.Delimiter;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.Framing;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolContext;
import io.hansa.connector.pool.PoolSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;

/** Pools on fake servers, with a clock for the age of channels that only the test moves. */
abstract class TcpPoolFixture {

    static final Framing LINES = new Delimiter("\n".getBytes(UTF_8));
    static final int MAX_REPLY = 1000;
    static final PoolSettings SETTINGS = new PoolSettings(60_000, 600_000, 100);

    final AtomicLong age = new AtomicLong();
    final PoolContext context = new PoolContext(SETTINGS);
    private final Deque<AutoCloseable> closeables = new ArrayDeque<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : closeables) {
            closeable.close();
        }
        context.close();
    }

    FakeServer server(Manners manners) throws IOException {
        return closing(FakeServer.with(manners));
    }

    <C extends AutoCloseable> C closing(C closeable) {
        closeables.push(closeable);
        return closeable;
    }

    TcpPool pool(FakeServer server) {
        return pool(target(server.endpoint(), LINES, null));
    }

    TcpPool pool(ServerTarget target) {
        TcpPool pool = new TcpPool(target, context, age::get);
        closeables.push(pool);
        return pool;
    }

    static ServerTarget target(URI endpoint, Framing framing, Charset charset) {
        return new ServerTarget("fake", endpoint, framing, charset, 4, 1000, MAX_REPLY, null);
    }

    /** A line's reply when there is plenty of time. */
    static String ask(TcpPool pool, String line) throws ExchangeException {
        return new String(pool.exchange(request(line, 10_000)).payload(), UTF_8);
    }

    /** The reply to a request that the server may get twice. */
    static String askAgain(TcpPool pool) throws ExchangeException {
        return new String(pool.exchange(repeatable("again", 10_000)).payload(), UTF_8);
    }

    static ServerRequest repeatable(String line, long millis) {
        return new ServerRequest(
                line.getBytes(UTF_8),
                "text/plain",
                Map.of(),
                null,
                true,
                Deadline.inMillis(millis).nanos());
    }

    static ExchangeException failure(TcpPool pool, String line, long millis) {
        return catchThrowableOfType(
                ExchangeException.class, () -> pool.exchange(request(line, millis)));
    }

    static ServerRequest request(String line, long millis) {
        return new ServerRequest(
                line.getBytes(UTF_8), "text/plain", Map.of(), Deadline.inMillis(millis).nanos());
    }
}
