package io.hansa.connector.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.Delimiter;
import io.hansa.connector.Framing;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.fakeserver.TestKeys;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Endpoints that are an IPv6 address, in brackets as a URI has it. */
@Timeout(60)
class Ipv6Test {

    private static final Framing LINES = new Delimiter("\n".getBytes(UTF_8));

    private static TestKeys keys;

    private final TargetPools pools = new TargetPools(PoolSettings.defaults());
    private final AtomicReference<String> host = new AtomicReference<>();

    @BeforeAll
    static void makeKeys(@TempDir Path directory) throws Exception {
        keys = TestKeys.forHost(directory, "::1");
    }

    @AfterEach
    void close() {
        pools.close();
    }

    @Test
    void framesReachIt() throws Exception {
        assertReply("tcp", LINES, null, Manners.echo(), "data");
    }

    @Test
    void framesInTlsReachItByItsCertificate() throws Exception {
        assertReply("tls", LINES, keys.context(), inTls(Manners.echo()), "data");
    }

    @Test
    void httpReachesItWithItsAddressAsHost() throws Exception {
        int port = assertReply("http", null, null, this::http, "ok");
        assertThat(host).hasValue("[::1]:" + port);
    }

    @Test
    void httpsReachesItByItsCertificate() throws Exception {
        int port = assertReply("https", null, keys.context(), inTls(this::http), "ok");
        assertThat(host).hasValue("[::1]:" + port);
    }

    private int assertReply(
            String scheme, Framing framing, SSLContext tls, Manners manners, String reply)
            throws Exception {
        try (FakeServer server = FakeServer.at(InetAddress.getByName("::1"), 0, manners)) {
            URI endpoint = URI.create(scheme + "://[::1]:" + server.port());
            ServerTarget target =
                    new ServerTarget("fake", endpoint, framing, null, 2, 5000, 1000, tls);
            ServerReply got = pools.exchange(target, request());
            assertThat(got.payload()).isEqualTo(reply.getBytes(UTF_8));
            return server.port();
        }
    }

    private void http(Caller caller) throws IOException {
        String line = caller.readLine();
        while (line != null && !line.isBlank()) {
            if (line.startsWith("Host: ")) {
                host.set(line.substring("Host: ".length()).strip());
            }
            line = caller.readLine();
        }
        caller.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        caller.readToEnd();
    }

    private static Manners inTls(Manners manners) {
        return caller -> manners.serve(caller.inTls(keys.context()));
    }

    private static ServerRequest request() {
        return new ServerRequest(
                "data".getBytes(UTF_8), "text/plain", Map.of(), Deadline.inMillis(10_000).nanos());
    }
}
