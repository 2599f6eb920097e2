package io.hansa.connector.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.Close;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Framing;
import io.hansa.connector.ListenerLimits;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.ListenerTls;
import io.hansa.connector.ListenerTls.ClientCertificate;
import io.hansa.connector.ServerCall;
import io.hansa.connector.fakeserver.TestKeys;
import io.hansa.connector.pool.Alarms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ports in TLS: who calls without what the port asks for is never heard. */
@Timeout(60)
class TlsCallPortTest {

    private static final Framing LINES = new Delimiter("\n".getBytes(UTF_8));

    private static TestKeys keys;
    private static TestKeys strangers;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Alarms alarms = new Alarms();
    private final Queue<ServerCall> calls = new ConcurrentLinkedQueue<>();
    private CallPort port;

    @BeforeAll
    static void makeKeys(@TempDir Path own, @TempDir Path foreign) throws Exception {
        keys = TestKeys.forHost(own, "localhost");
        strangers = TestKeys.forHost(foreign, "localhost");
    }

    @AfterEach
    void stop() {
        if (port != null) {
            port.close();
        }
        threads.shutdownNow();
        alarms.close();
    }

    @Test
    void callerWithoutCertificateIsAcceptedWhereNotRequired() throws Exception {
        open(ClientCertificate.NONE);
        assertThat(answered(keys.trustOnly())).isTrue();
        port.close();
        open(ClientCertificate.OPTIONAL);
        assertThat(answered(keys.trustOnly())).isTrue();
    }

    @Test
    void onlyTrustedCertificateOpensPortThatRequiresOne() throws Exception {
        open(ClientCertificate.REQUIRED);
        assertThat(answered(keys.trustOnly())).isFalse();
        assertThat(answered(strangers.showingTo(keys))).isFalse();
        assertThat(calls).isEmpty();
        assertThat(answered(keys.context())).isTrue();
    }

    @Test
    void callerWithoutTlsIsClosed() throws Exception {
        open(ClientCertificate.NONE);
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
            assertThat(answered(plain)).isFalse();
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void unfinishedHandshakeIsClosed() throws Exception {
        open(ClientCertificate.NONE);
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
            assertThat(silent.getInputStream().read()).isNegative();
        }
    }

    @Test
    void endOfStreamIsNoFrameInTls() {
        assertThatThrownBy(() -> settings(new Close(), ClientCertificate.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use another framing");
    }

    private boolean answered(SSLContext caller) throws IOException {
        try (Socket socket =
                caller.getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), port.port())) {
            return answered(socket);
        }
    }

    private static boolean answered(Socket socket) {
        try {
            socket.getOutputStream().write("hello\n".getBytes(UTF_8));
            return new String(socket.getInputStream().readNBytes(6), UTF_8).equals("hello\n");
        } catch (IOException refused) {
            return false;
        }
    }

    private void open(ClientCertificate client) throws IOException {
        port =
                CallPort.open(
                        settings(LINES, client),
                        call -> {
                            calls.add(call);
                            return call.payload();
                        },
                        threads,
                        alarms);
    }

    private ListenerSettings settings(Framing framing, ClientCertificate client) {
        return new ListenerSettings(
                "tills",
                "127.0.0.1",
                0,
                framing,
                null,
                "text/plain",
                new ListenerLimits(4, 1, 1000, 2000, 10_000),
                new ListenerTls(keys.context(), client));
    }
}
