package io.hansa.connector.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.ChannelStatus.State;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Dialogue;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Framing;
import io.hansa.connector.Probe;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.fakeserver.FakeServer;
import io.hansa.connector.fakeserver.Manners;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DoctorTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final TargetPools pools =
            new TargetPools(new PoolSettings(60_000, 600_000, 5000, 2, 1024));

    @AfterEach
    void stop() {
        pools.close();
    }

    @Test
    void connectionShowsAgeUseAndTrace() throws Exception {
        try (FakeServer server = FakeServer.with(Manners.echo())) {
            assertThat(pools.examine("one").channels()).isEmpty();
            ask("one", server.endpoint());
            ChannelStatus channel = pools.examine("one").channels().get(0);
            assertThat(channel.state()).isEqualTo(State.IDLE);
            assertThat(channel.traceId()).isEqualTo(TRACE);
            assertThat(channel.inFlight()).isZero();
            assertThat(channel.ageMillis()).isGreaterThanOrEqualTo(channel.unusedMillis());
        }
    }

    @Test
    void oneConnectionIsQuarantinedAndReleasedAlone() throws Exception {
        try (FakeServer server = FakeServer.with(Manners.echo())) {
            ask("one", server.endpoint());
            String id = pools.examine("one").channels().get(0).id();
            assertThat(pools.quarantine("one", "none such")).isFalse();
            assertThat(pools.quarantine("one", id)).isTrue();
            ask("one", server.endpoint());
            assertThat(server.accepted()).isEqualTo(2);
            assertThat(pools.examine("one").channels())
                    .extracting(ChannelStatus::state)
                    .containsExactlyInAnyOrder(State.QUARANTINED, State.IDLE);
            assertThat(pools.release("one", id)).isTrue();
            assertThat(pools.examine("one").channels())
                    .extracting(ChannelStatus::state)
                    .containsOnly(State.IDLE);
            assertThat(server.open()).isEqualTo(2);
        }
    }

    @Test
    void quarantinedServerGetsNothing() throws Exception {
        try (FakeServer server = FakeServer.with(Manners.echo())) {
            pools.quarantine("one");
            assertThatThrownBy(() -> ask("one", server.endpoint()))
                    .isInstanceOfSatisfying(
                            ExchangeException.class,
                            failure -> {
                                assertThat(failure.kind()).isEqualTo(Kind.QUARANTINED);
                                assertThat(failure.sent()).isFalse();
                            });
            ask("two", server.endpoint());
            assertThat(pools.examine("one").quarantined()).isTrue();
            assertThat(pools.release("one")).isTrue();
            assertThat(pools.release("one")).isFalse();
            ask("one", server.endpoint());
        }
    }

    @Test
    void quarantinedHttpConnectionShowsTraceAndCloses() throws Exception {
        Manners http =
                caller -> {
                    String line = caller.readLine();
                    while (line != null) {
                        if (line.isBlank()) {
                            caller.read(1);
                            caller.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                        }
                        line = caller.readLine();
                    }
                };
        try (FakeServer server = FakeServer.with(http)) {
            ask("one", server.httpEndpoint());
            ChannelStatus first = pools.examine("one").channels().get(0);
            assertThat(first.traceId()).isEqualTo(TRACE);
            assertThat(first.state()).isEqualTo(State.IDLE);
            pools.quarantine("one", first.id());
            ask("one", server.httpEndpoint());
            assertThat(pools.examine("one").channels())
                    .extracting(ChannelStatus::id)
                    .doesNotContain(first.id())
                    .hasSize(1);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    /** A server whose sign-on takes its time: never more than two callers are at its door. */
    @Test
    void manyCallersOpenFewConnectionsAtATime() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger max = new AtomicInteger();
        Semaphore pace = new Semaphore(0);
        Manners slow =
                caller -> {
                    if (caller.readLine() == null) {
                        return;
                    }
                    max.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    pace.acquire();
                    atOnce.decrementAndGet();
                    caller.send("welcome\n");
                    Manners.echo().serve(caller);
                };
        ExecutorService callers = Executors.newCachedThreadPool();
        try (FakeServer server = FakeServer.with(slow)) {
            List<Future<?>> calls = new ArrayList<>();
            for (int caller = 0; caller < 12; caller++) {
                calls.add(callers.submit(() -> ask("slow", server.endpoint())));
            }
            for (int turn = 0; turn < 12; turn++) {
                pace.release();
            }
            for (Future<?> call : calls) {
                call.get();
            }
            assertThat(max.get()).isLessThanOrEqualTo(2);
        } finally {
            callers.shutdownNow();
        }
    }

    private Void ask(String id, URI endpoint) throws ExchangeException {
        boolean http = endpoint.getScheme().equals("http");
        Delimiter lines = new Delimiter("\n".getBytes(UTF_8));
        ServerTarget target =
                new ServerTarget(
                        id,
                        endpoint,
                        http ? null : id.equals("slow") ? signingOn(lines) : lines,
                        null,
                        16,
                        5000,
                        1000,
                        null);
        pools.exchange(
                target,
                new ServerRequest(
                        "x".getBytes(UTF_8),
                        null,
                        Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"),
                        Deadline.inMillis(20_000).nanos()));
        return null;
    }

    private static Framing signingOn(Delimiter lines) {
        return new Dialogue(
                lines, null, new Probe("hello".getBytes(UTF_8), "wel".getBytes(UTF_8)), null, 0);
    }
}
