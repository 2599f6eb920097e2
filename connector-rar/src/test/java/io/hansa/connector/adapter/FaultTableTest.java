package io.hansa.connector.adapter;

import static jakarta.resource.spi.ConnectionEvent.CONNECTION_CLOSED;
import static jakarta.resource.spi.ConnectionEvent.CONNECTION_ERROR_OCCURRED;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Dialogue;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Framing;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.ServerConnection;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.StxEtx;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.fakeserver.TestKeys;
import io.hansa.connector.pool.Deadline;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For each fault of a server: which error it is, whether the server may have acted, that its
 * connection is gone, that the container hears of it, and that the next caller gets its own reply.
 * docs/connector.md shows the same table.
 */
@Timeout(60)
class FaultTableTest {

    private static final Framing LINES = new Delimiter(new byte[] {'\n'});
    private static final Framing PREFIX =
            new LengthPrefix(4, LengthEncoding.BINARY, false, 0, null);
    private static final Framing CHECKED = new StxEtx(true);
    private static final Framing CORRELATED = new Dialogue(LINES, new ByteRange(0, 4));

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    /** The misbehaviour of the first connection; every later one is served as it should be. */
    enum Fault {
        ACCEPTS_AND_HANGS(LINES, Kind.TIMEOUT, Manners.silence()),
        CLOSES_WITHOUT_REPLY(LINES, Kind.UNREACHABLE, Caller::readLine),
        HALF_A_FRAME(LINES, Kind.PROTOCOL_ERROR, Manners.answerOnce("ha")),
        HALF_A_FRAME_THEN_SILENCE(LINES, Kind.TIMEOUT, answering("ha")),
        SLOW_DRIP(LINES, Kind.TIMEOUT, Fault::drip),
        RESET(LINES, Kind.UNREACHABLE, Fault::reset),
        ENDLESS_FRAME(LINES, Kind.PROTOCOL_ERROR, answering("x".repeat(5000))),
        LENGTH_OF_2_GIB(PREFIX, Kind.PROTOCOL_ERROR, answeringHex("7FFFFFFF")),
        NEGATIVE_LENGTH(PREFIX, Kind.PROTOCOL_ERROR, answeringHex("FFFFFFFF")),
        WRONG_CHECK_BYTE(CHECKED, Kind.PROTOCOL_ERROR, answeringHex("02410300")),
        NO_FRAME_AT_ALL(CHECKED, Kind.PROTOCOL_ERROR, answering("HTTP/1.1 400 Bad Request")),
        UNMAPPABLE_REPLY(LINES, Kind.PROTOCOL_ERROR, answeringHex("FF0A")),
        WRONG_CORRELATION(CORRELATED, Kind.PROTOCOL_ERROR, answering("9999 other\n")),
        SHORT_OF_CORRELATION(CORRELATED, Kind.PROTOCOL_ERROR, answering("9\n")),
        SILENT_WITH_CORRELATION(CORRELATED, Kind.TIMEOUT, Manners.silence()),
        RESET_WITH_CORRELATION(CORRELATED, Kind.UNREACHABLE, Fault::reset);

        private final Framing framing;
        private final Kind kind;
        private final Manners misbehaviour;

        Fault(Framing framing, Kind kind, Manners misbehaviour) {
            this.framing = framing;
            this.kind = kind;
            this.misbehaviour = misbehaviour;
        }

        private Manners onlyAtFirst() {
            return caller -> {
                if (caller.number() == 1) {
                    misbehaviour.serve(caller);
                } else {
                    echo(framing).serve(caller);
                }
            };
        }

        private Charset charset() {
            return this == UNMAPPABLE_REPLY ? US_ASCII : null;
        }

        private static void reset(Caller caller) throws IOException {
            caller.read(1);
            caller.reset();
        }

        private static void drip(Caller caller) throws IOException, InterruptedException {
            caller.readLine();
            while (!NEVER.await(20, TimeUnit.MILLISECONDS)) {
                caller.send(".");
            }
        }

        private static Manners answering(String reply) {
            return caller -> {
                caller.read(1);
                caller.send(reply);
                caller.readToEnd();
            };
        }

        private static Manners answeringHex(String reply) {
            return caller -> {
                caller.read(1);
                caller.send(HexFormat.of().parseHex(reply));
                caller.readToEnd();
            };
        }

        /** Sends each frame back; a request of this test has ten bytes. */
        private static Manners echo(Framing framing) {
            int size = framing == PREFIX ? 14 : framing == CHECKED ? 13 : 11;
            return caller -> {
                byte[] frame = caller.read(size);
                while (frame.length == size) {
                    caller.send(frame);
                    frame = caller.read(size);
                }
            };
        }
    }

    private final ConnectorAdapter adapter = new ConnectorAdapter();
    private final ServerManagedConnectionFactory factory = new ServerManagedConnectionFactory();
    private final Events events = new Events();
    private ServerManagedConnection connection;

    @BeforeEach
    void start() throws Exception {
        adapter.start(null);
        factory.setResourceAdapter(adapter);
        connection = (ServerManagedConnection) factory.createManagedConnection(null, null);
        connection.addConnectionEventListener(events);
    }

    @AfterEach
    void stop() {
        adapter.stop();
    }

    @ParameterizedTest
    @EnumSource
    void theFaultCostsOneExchangeAndOneConnection(Fault fault) throws Exception {
        try (FakeServer server = FakeServer.with(fault.onlyAtFirst())) {
            ServerTarget target = target(server.endpoint(), fault.framing, fault.charset());

            ExchangeException failure = failure(target, "0001 first", 800);

            assertThat(failure.kind()).isEqualTo(fault.kind);
            assertThat(failure.sent()).as("the server may have acted").isTrue();
            assertThat(failure).hasMessageNotContaining("first");
            assertThat(events.ids).containsExactly(CONNECTION_ERROR_OCCURRED);
            await().until(() -> adapter.connect().doctor().examine("fake").channels().isEmpty());
            assertThat(ask(target, "0002 after")).isEqualTo("0002 after");
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void aRefusedConnectionIsNoEffect() throws Exception {
        ExchangeException failure =
                failure(target(FakeServer.refusing(), LINES, null), "0001 first", 5000);
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.sent()).isFalse();
        assertThat(events.ids).containsExactly(CONNECTION_ERROR_OCCURRED);
    }

    @Test
    void aCertificateForAnotherHostIsNoEffect(@TempDir Path directory) throws Exception {
        TestKeys keys = TestKeys.forHost(directory, "localhost");
        try (FakeServer server = FakeServer.withTls(keys.context(), Manners.echo())) {
            ServerTarget target =
                    new ServerTarget(
                            "fake",
                            server.tlsEndpoint("127.0.0.1"),
                            LINES,
                            null,
                            4,
                            5000,
                            1000,
                            keys.context());
            ExchangeException failure = failure(target, "0001 first", 5000);
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.sent()).isFalse();
            assertThat(events.ids).containsExactly(CONNECTION_ERROR_OCCURRED);
            assertThat(adapter.connect().doctor().examine("fake").channels()).isEmpty();
        }
    }

    @Test
    void unwritableRequestKeepsTheConnectionUnsent() throws Exception {
        try (FakeServer server = FakeServer.with(Manners.echo())) {
            ServerTarget target = target(server.endpoint(), LINES, US_ASCII);
            assertThat(ask(target, "0001 first")).isEqualTo("0001 first");
            ExchangeException failure = failure(target, "Gr\u00fc\u00dfe", 5000);
            assertThat(failure.kind()).isEqualTo(Kind.UNMAPPABLE);
            assertThat(failure.sent()).isFalse();
            assertThat(ask(target, "0002 after")).isEqualTo("0002 after");
            assertThat(events.ids).containsOnly(CONNECTION_CLOSED);
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void connectionClosedWhileIdleIsReplaced() throws Exception {
        try (FakeServer server = FakeServer.with(Manners.echo())) {
            ServerTarget target = target(server.endpoint(), LINES, null);
            assertThat(ask(target, "0001 first")).isEqualTo("0001 first");
            server.hangUp();
            assertThat(ask(target, "0002 after")).isEqualTo("0002 after");
            assertThat(server.accepted()).isEqualTo(2);
            assertThat(events.ids).containsOnly(CONNECTION_CLOSED);
        }
    }

    @Test
    void bytesAfterTheReplyAreDiscarded() throws Exception {
        Manners more =
                caller -> {
                    String line = caller.readLine();
                    while (line != null) {
                        caller.send(line + "\n" + line + "\n");
                        line = caller.readLine();
                    }
                };
        try (FakeServer server = FakeServer.with(more)) {
            ServerTarget target = target(server.endpoint(), LINES, null);
            assertThat(ask(target, "0001 first")).isEqualTo("0001 first");
            assertThat(ask(target, "0002 after")).isEqualTo("0002 after");
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    private String ask(ServerTarget target, String data) throws Exception {
        try (ServerConnection handle =
                (ServerConnection)
                        (connection.usable() ? connection : fresh()).getConnection(null, null)) {
            return new String(handle.exchange(target, request(data, 10_000)).payload(), UTF_8);
        }
    }

    private ServerManagedConnection fresh() throws Exception {
        return (ServerManagedConnection) factory.createManagedConnection(null, null);
    }

    private ExchangeException failure(ServerTarget target, String data, long millis) {
        try (ServerConnection handle = (ServerConnection) connection.getConnection(null, null)) {
            return catchThrowableOfType(
                    ExchangeException.class, () -> handle.exchange(target, request(data, millis)));
        }
    }

    private static ServerTarget target(URI endpoint, Framing framing, Charset charset) {
        return new ServerTarget("fake", endpoint, framing, charset, 4, 1000, 1000, null);
    }

    private static ServerRequest request(String data, long millis) {
        return new ServerRequest(
                data.getBytes(UTF_8), "text/plain", Map.of(), Deadline.inMillis(millis).nanos());
    }
}
