package io.hansa.connector.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.fakeserver.TestKeys;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Frames in TLS: the same frames, and nothing is sent to a server that has not proved to be the
 * host.
 */
@Timeout(60)
class TcpTlsTest extends TcpPoolFixture {

    private static TestKeys keys;

    @BeforeAll
    static void makeKeys(@TempDir Path directory) throws Exception {
        keys = TestKeys.forHost(directory, "localhost");
    }

    @Test
    void exchangesShareAConnection() throws Exception {
        FakeServer server = tlsServer(Manners.echo());
        TcpPool pool = pool(server.tlsEndpoint("localhost"), keys.context(), 200_000);
        for (int turn = 0; turn < 5; turn++) {
            assertThat(ask(pool, "turn " + turn)).isEqualTo("turn " + turn);
        }
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void messagesOfManyRecordsPass() throws Exception {
        FakeServer server = tlsServer(Manners.echo());
        TcpPool pool = pool(server.tlsEndpoint("localhost"), keys.context(), 2_000_000);
        String long1 = "0123456789".repeat(150_000);
        assertThat(ask(pool, long1)).isEqualTo(long1);
        assertThat(ask(pool, "short")).isEqualTo("short");
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void bytesAfterTheReplyCostTheChannel() throws Exception {
        FakeServer server =
                tlsServer(
                        caller -> {
                            String line = caller.readLine();
                            while (line != null) {
                                caller.send(line + "\nmore\n");
                                line = caller.readLine();
                            }
                        });
        TcpPool pool = pool(server.tlsEndpoint("localhost"), keys.context(), 1000);
        assertThat(ask(pool, "first")).isEqualTo("first");
        assertThat(ask(pool, "second")).isEqualTo("second");
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void serverSeesTheKeyOfTheTarget() throws Exception {
        FakeServer server = closing(FakeServer.withMutualTls(keys.context(), Manners.echo()));
        TcpPool known = pool(server.tlsEndpoint("localhost"), keys.context(), 1000);
        assertThat(ask(known, "hello")).isEqualTo("hello");
        TcpPool stranger = pool(server.tlsEndpoint("localhost"), keys.trustOnly(), 1000);
        assertThat(failure(stranger, "hello", 10_000).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void certificateForAnotherHostIsRefusedBeforeSending() throws Exception {
        assertNothingSent("127.0.0.1", keys.context());
    }

    @Test
    void untrustedCertificateIsRefusedBeforeSending() throws Exception {
        assertNothingSent("localhost", null);
    }

    @Test
    void hangingHandshakeEndsInTimeUnsent() throws Exception {
        FakeServer silent = server(Manners.silence());
        TcpPool pool = pool(silent.tlsEndpoint("localhost"), keys.context(), 1000);
        ExchangeException failure = failure(pool, "x", 600);
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure.sent()).isFalse();
    }

    private void assertNothingSent(String host, SSLContext trust) throws Exception {
        AtomicInteger lines = new AtomicInteger();
        FakeServer server =
                tlsServer(
                        caller -> {
                            if (caller.readLine() != null) {
                                lines.incrementAndGet();
                            }
                        });
        TcpPool pool = pool(server.tlsEndpoint(host), trust, 1000);
        ExchangeException failure = failure(pool, "x", 10_000);
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.sent()).isFalse();
        assertThat(pool.openChannels()).isZero();
        assertThat(lines).hasValue(0);
    }

    private FakeServer tlsServer(Manners manners) throws Exception {
        return closing(FakeServer.withTls(keys.context(), manners));
    }

    private TcpPool pool(URI endpoint, SSLContext trust, int maxReply) {
        return pool(new ServerTarget("fake", endpoint, LINES, null, 4, 5000, maxReply, trust));
    }
}
