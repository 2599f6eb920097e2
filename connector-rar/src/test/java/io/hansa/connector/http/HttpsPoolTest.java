package io.hansa.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.TestKeys;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpsPoolTest extends HttpPoolFixture {

    @TempDir private static Path directory;
    private static TestKeys keys;

    private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        if (keys == null) {
            keys = TestKeys.forHost(directory, "localhost");
        }
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 9);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
        server.createContext(
                "/",
                exchange -> {
                    callers.add(exchange.getRemoteAddress());
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void exchangesWithATrustedServerShareAConnection() throws Exception {
        HttpPool pool = pool(endpoint("localhost"), null, keys.context());
        for (int turn = 0; turn < 5; turn++) {
            assertThat(ask(pool)).isEqualTo("data");
        }
        assertThat(callers).hasSize(1);
    }

    @Test
    void certificateForAnotherHostIsRefusedBeforeSending() throws Exception {
        assertNothingSent(pool(endpoint("127.0.0.1"), null, keys.context()));
    }

    @Test
    void untrustedCertificateIsRefusedBeforeSending() throws Exception {
        assertNothingSent(pool(endpoint("localhost"), null, null));
    }

    @Test
    void hangingHandshakeEndsAtDeadlineUnsent() throws Exception {
        FakeServer silent = server(caller -> caller.readToEnd());
        URI endpoint = URI.create("https://localhost:" + silent.endpoint().getPort() + "/");
        ExchangeException failure = failure(pool(endpoint, null, keys.context()), 600);
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure.sent()).isFalse();
    }

    private void assertNothingSent(HttpPool pool) {
        ExchangeException failure = failure(pool, 10_000);
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.sent()).isFalse();
        assertThat(callers).isEmpty();
    }

    private URI endpoint(String host) {
        return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
    }
}
