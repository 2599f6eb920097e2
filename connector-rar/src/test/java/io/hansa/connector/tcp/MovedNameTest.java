package io.hansa.connector.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Dialogue;
import io.hansa.connector.Framing;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.http.HttpPool;
import io.hansa.connector.pool.Addresses;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolContext;
import io.hansa.connector.pool.TargetPool;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A name that stands for another server by now, while the old one lives on. */
@Timeout(60)
class MovedNameTest extends TcpPoolFixture {

    private static final Manners HTTP_OK =
            caller -> {
                for (String line = caller.readLine(); line != null; line = caller.readLine()) {
                    if (line.isBlank()) {
                        caller.read(4);
                        caller.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                    }
                }
            };

    private final AtomicInteger lookups = new AtomicInteger();
    private final CountDownLatch silence = new CountDownLatch(1);
    private volatile boolean silent;
    private volatile InetAddress[] answer;
    private InetAddress old;
    private InetAddress next;
    private PoolContext names;

    @BeforeEach
    void twoAddresses() throws Exception {
        old = InetAddress.getByName("127.0.0.1");
        next = InetAddress.getByName("127.0.0.2");
        answer = new InetAddress[] {old};
        names = closing(new PoolContext(SETTINGS, new Addresses(this::resolve)));
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        if (silent) {
            awaitUninterrupted();
        }
        if (answer == null) {
            throw new UnknownHostException(host);
        }
        return answer;
    }

    @Test
    void framedTrafficMoves() throws Exception {
        assertMoves("tcp", LINES, Manners.echo());
    }

    @Test
    void aSharedConnectionMoves() throws Exception {
        assertMoves("tcp", new Dialogue(LINES, new ByteRange(0, 4)), Manners.echo());
    }

    @Test
    void httpTrafficMoves() throws Exception {
        assertMoves("http", null, HTTP_OK);
    }

    @Test
    void aNameServerThatFailsMovesNothing() throws Exception {
        FakeServer server = server(Manners.echo());
        TargetPool pool = pool("tcp", LINES, server.port());
        pool.exchange(request("data", 10_000));
        answer = null;

        pool.refreshAddresses();
        await().until(() -> lookups.get() == 2);

        pool.exchange(request("data", 10_000));
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void aSilentNameServerHoldsUpNoExchange() throws Exception {
        FakeServer server = server(Manners.echo());
        TargetPool pool = pool("tcp", LINES, server.port());
        pool.exchange(request("data", 10_000));
        silent = true;

        for (int turn = 0; turn < 100; turn++) {
            pool.refreshAddresses();
            pool.exchange(request("data", 10_000));
        }

        silence.countDown();
        assertThat(server.accepted()).isEqualTo(1);
        await().until(() -> lookups.get() == 2);
    }

    private void awaitUninterrupted() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertMoves(String scheme, Framing framing, Manners manners) throws Exception {
        FakeServer first = server(manners);
        FakeServer second = closing(FakeServer.at(next, first.port(), manners));
        TargetPool pool = pool(scheme, framing, first.port());
        for (int turn = 0; turn < 3; turn++) {
            pool.exchange(request("data", 10_000));
        }
        assertThat(first.accepted()).isEqualTo(1);
        answer = new InetAddress[] {next};

        pool.refreshAddresses();

        await().until(
                        () -> {
                            pool.closeExpired();
                            pool.exchange(request("data", 10_000));
                            return second.accepted() == 1;
                        });
        assertThat(first.accepted()).isEqualTo(1);
        await().until(() -> first.open() == 0);
    }

    private TargetPool pool(String scheme, Framing framing, int port) {
        ServerTarget target = target(URI.create(scheme + "://moving.test:" + port), framing, null);
        return closing(
                scheme.equals("http")
                        ? new HttpPool(target, names)
                        : framing instanceof Dialogue
                                ? new SharedPool(target, names, age::get)
                                : new TcpPool(target, names, age::get));
    }

    static ServerRequest request(String data, long millis) {
        return new ServerRequest(
                data.getBytes(UTF_8),
                "text/plain",
                Map.of(),
                null,
                true,
                Deadline.inMillis(millis).nanos());
    }
}
