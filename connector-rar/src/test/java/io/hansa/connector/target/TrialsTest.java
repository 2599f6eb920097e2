package io.hansa.connector.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.Delimiter;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Framing;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.RecordedExchange;
import io.hansa.connector.RecordedExchange.Event;
import io.hansa.connector.RecordedExchange.Step;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.pool.PoolSettings;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TrialsTest {

    private static final Delimiter LINES = new Delimiter("\n".getBytes(UTF_8));

    private final TargetPools pools =
            new TargetPools(new PoolSettings(60_000, 600_000, 5000, 2, 1024));

    @AfterEach
    void stop() {
        pools.close();
    }

    @Test
    void bothSidesOfAnExchangeAreRecorded() throws Exception {
        try (FakeServer server = FakeServer.with(Manners.echo())) {
            RecordedExchange recorded =
                    pools.tryExchange(lines(server.endpoint()), request(10_000));

            assertThat(recorded.steps())
                    .extracting(Step::event)
                    .containsExactly(Event.CONNECTED, Event.SENT, Event.RECEIVED, Event.REPLY);
            assertThat(recorded.sent().first()).isEqualTo("hello\n".getBytes(UTF_8));
            assertThat(recorded.received().first()).isEqualTo("hello\n".getBytes(UTF_8));
            assertThat(recorded.reply().payload()).isEqualTo("hello".getBytes(UTF_8));
        }
    }

    @Test
    void quarantinedTargetIsTriedAllTheSame() throws Exception {
        try (FakeServer server = FakeServer.with(Manners.echo())) {
            pools.quarantine("one");
            RecordedExchange recorded =
                    pools.tryExchange(lines(server.endpoint()), request(10_000));

            assertThat(recorded.failure()).isNull();
            assertThat(pools.examine("one").channels()).isEmpty();
        }
    }

    @Test
    void silenceEndsAtTheDeadline() throws Exception {
        try (FakeServer server = FakeServer.with(Manners.silence())) {
            RecordedExchange recorded = pools.tryExchange(lines(server.endpoint()), request(200));

            assertThat(recorded.failure().kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(recorded.failure().sent()).isTrue();
            assertThat(recorded.steps())
                    .extracting(Step::event)
                    .containsExactly(Event.CONNECTED, Event.SENT, Event.FAILED);
        }
    }

    @Test
    void brokenReplyIsShownAsItCame() throws Exception {
        try (FakeServer server = FakeServer.with(saying("XX"))) {
            ServerTarget digits =
                    target(
                            server.endpoint(),
                            new LengthPrefix(2, LengthEncoding.ASCII, false, 0, null));
            RecordedExchange recorded = pools.tryExchange(digits, request(10_000));

            assertThat(recorded.failure().kind()).isEqualTo(Kind.PROTOCOL_ERROR);
            assertThat(recorded.received().first()).startsWith("XX".getBytes(UTF_8));
        }
    }

    @Test
    void connectingTellsAddressOrFailure() throws Exception {
        try (FakeServer server = FakeServer.with(Manners.silence())) {
            RecordedExchange recorded =
                    pools.tryConnection(lines(server.endpoint()), deadline(10_000));

            assertThat(recorded.failure()).isNull();
            assertThat(recorded.steps().get(0).detail()).contains("127.0.0.1");
        }
        RecordedExchange refused =
                pools.tryConnection(lines(FakeServer.refusing()), deadline(10_000));

        assertThat(refused.failure().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void statusLineAnswersAGet() throws Exception {
        try (FakeServer server = FakeServer.with(saying("HTTP/1.1 204 Fine\r\n\r\n"))) {
            URI tcp = server.endpoint();
            URI http = URI.create("http://" + tcp.getHost() + ":" + tcp.getPort() + "/any");
            RecordedExchange recorded =
                    pools.tryGet(target(http, null), "/health", deadline(10_000));

            assertThat(recorded.sent().first())
                    .startsWith("GET /health HTTP/1.1\r\nHost: ".getBytes(UTF_8));
            assertThat(new String(recorded.reply().payload(), UTF_8))
                    .isEqualTo("HTTP/1.1 204 Fine\r");
        }
    }

    private static Manners saying(String reply) {
        return caller -> {
            caller.send(reply);
            caller.readToEnd();
        };
    }

    private static ServerTarget lines(URI endpoint) {
        return target(endpoint, LINES);
    }

    private static ServerTarget target(URI endpoint, Framing framing) {
        return new ServerTarget("one", endpoint, framing, null, 4, 1000, 1000, null);
    }

    private static ServerRequest request(long millis) {
        return new ServerRequest("hello".getBytes(UTF_8), "text/plain", Map.of(), deadline(millis));
    }

    private static long deadline(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
