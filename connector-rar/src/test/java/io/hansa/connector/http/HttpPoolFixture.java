package io.hansa.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolContext;
import io.hansa.connector.pool.PoolSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;

/** Pools on fake HTTP servers. */
abstract class HttpPoolFixture {

    static final int MAX_REPLY = 1000;

    final PoolContext context = new PoolContext(PoolSettings.defaults());
    private final Deque<AutoCloseable> closeables = new ArrayDeque<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : closeables) {
            closeable.close();
        }
        context.close();
    }

    /** A request as the server saw it. */
    record Seen(String line, Map<String, String> headers, byte[] body) {

        static Seen by(Caller caller) throws IOException {
            String line = caller.readLine();
            if (line == null) {
                return null;
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String header = caller.readLine().trim();
                    !header.isEmpty();
                    header = caller.readLine().trim()) {
                headers.put(header.split(": ", 2)[0], header.split(": ", 2)[1]);
            }
            int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
            return new Seen(line.trim(), headers, caller.read(length));
        }
    }

    /**
     * Answers each request of a connection with the next of these, the last one again and again.
     */
    static Manners replies(List<Seen> seen, String... replies) {
        return caller -> {
            Seen request = Seen.by(caller);
            for (int turn = 0; request != null; turn++) {
                seen.add(request);
                caller.send(replies[Math.min(turn, replies.length - 1)]);
                request = Seen.by(caller);
            }
        };
    }

    static Manners replies(String... replies) {
        return replies(new ArrayList<>(), replies);
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    FakeServer server(Manners manners) throws IOException {
        FakeServer server = FakeServer.with(manners);
        closeables.push(server);
        return server;
    }

    HttpPool pool(FakeServer server) {
        return pool(server.httpEndpoint(), null, null);
    }

    HttpPool pool(URI endpoint, Charset charset, SSLContext tls) {
        return pool(new ServerTarget("fake", endpoint, null, charset, 2, 1000, MAX_REPLY, tls));
    }

    HttpPool pool(ServerTarget target) {
        HttpPool pool = new HttpPool(target, context);
        closeables.push(pool);
        return pool;
    }

    static String ask(HttpPool pool) throws ExchangeException {
        return new String(pool.exchange(request(10_000)).payload(), UTF_8);
    }

    /** The reply to a request that the server may get twice. */
    static String askAgain(HttpPool pool) throws ExchangeException {
        return new String(pool.exchange(repeatable()).payload(), UTF_8);
    }

    static ServerRequest repeatable() {
        return new ServerRequest(
                "data".getBytes(UTF_8),
                "text/plain",
                Map.of(),
                null,
                true,
                Deadline.inMillis(10_000).nanos());
    }

    static ExchangeException failure(HttpPool pool, long millis) {
        return catchThrowableOfType(ExchangeException.class, () -> pool.exchange(request(millis)));
    }

    static ServerRequest request(long millis) {
        return new ServerRequest(
                "data".getBytes(UTF_8), "text/plain", Map.of(), Deadline.inMillis(millis).nanos());
    }
}
