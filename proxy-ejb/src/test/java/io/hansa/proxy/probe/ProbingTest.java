package io.hansa.proxy.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.breaker.Breaker;
import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.ServerProbe;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.token.ManualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In virtual time: the test's clock is put forward, and the test runs what was started. */
class ProbingTest {
    private static final int MAX_AT_ONCE = 4;
    private static final ServerProbe PROBE =
            new ServerProbe(ServerProbe.Type.CONNECT, null, null, 2000, 2, 2);

    private final ManualClock clock = new ManualClock();
    private final Breakers breakers = BreakerSamples.breakers(clock);
    private final LatestProbes latest = new LatestProbes(new Registries());
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final List<String> probed = new ArrayList<>();
    private boolean passes = true;
    private boolean noRoom;
    private long nanos;
    private final Probing probing =
            new Probing(breakers, latest, this::probe, started::add, MAX_AT_ONCE, () -> nanos);

    @Test
    void eachServerIsProbedAtItsPace() {
        replace(servers(20));

        pass(20_000);

        Map<String, Integer> times = new HashMap<>();
        probed.forEach(id -> times.merge(id, 1, Integer::sum));
        assertThat(times).hasSize(20).allSatisfy((id, many) -> assertThat(many).isBetween(9, 13));
    }

    @Test
    void firstProbesAreSpreadOverTheInterval() {
        replace(servers(200));
        List<Integer> atOnce = new ArrayList<>();

        for (int tick = 0; tick < 20; tick++) {
            int before = probed.size();
            pass(100);
            atOnce.add(probed.size() - before);
        }

        assertThat(atOnce).allSatisfy(many -> assertThat(many).isLessThan(60));
    }

    @Test
    void onlySoManyProbesAreInFlight() {
        replace(servers(50));

        for (int tick = 0; tick < 100; tick++) {
            forward(100);
            probing.run();
        }

        assertThat(started).hasSize(MAX_AT_ONCE);
        started.removeFirst().run();
        probing.run();
        assertThat(started).hasSize(MAX_AT_ONCE);
    }

    @Test
    void aServerHasOneProbeAtATime() {
        replace(servers(1));

        forward(2000);
        probing.run();
        forward(60_000);
        probing.run();

        assertThat(started).hasSize(1);
    }

    @Test
    void recoveredServerHasWorkWithinFiveSeconds() {
        replace(servers(1));
        Breaker breaker = breakers.of("server:s0");
        passes = false;
        pass(10_000);
        assertThat(breaker.state()).isEqualTo("OPEN");
        assertThat(latest.of("s0")).hasValueSatisfying(o -> assertThat(o.passed()).isFalse());

        passes = true;
        pass(4800);

        assertThat(breaker.state()).isEqualTo("CLOSED");
        assertThat(BreakerSamples.answer(breaker)).isTrue();
    }

    @Test
    void noRequestTestsAProbedServer() {
        replace(servers(1));
        Breaker breaker = breakers.of("server:s0");
        passes = false;

        BreakerSamples.hang(breaker);
        pass(120_000);

        assertThat(BreakerSamples.answer(breaker)).isFalse();
    }

    @Test
    void aProbeThatCouldNotBeMadeSaysNothing() {
        replace(servers(1));
        noRoom = true;

        pass(20_000);

        assertThat(probing.failed()).isZero();
        assertThat(breakers.of("server:s0").state()).isEqualTo("CLOSED");
    }

    @Test
    void removedProbesEnd() {
        replace(servers(1));
        pass(3000);
        BusinessServer without = ServerSamples.framed("s0", "trade.settle");

        replace(List.of(without));
        int before = probed.size();
        pass(10_000);

        assertThat(probed).hasSize(before);
        assertThat(probing.inRow("s0")).isEmpty();
    }

    private ProbeOutcome probe(BusinessServer server, long deadlineNanos) {
        assertThat(deadlineNanos - nanos).isEqualTo(2_000_000_000);
        if (noRoom) {
            throw Failure.of(ErrorCode.OVERLOADED, "no room");
        }
        probed.add(server.id());
        return new ProbeOutcome("CONNECT", passes, false, "It is so.", clock.instant(), 1);
    }

    private void pass(long millis) {
        for (long passed = 0; passed < millis; passed += 100) {
            forward(100);
            probing.run();
            while (!started.isEmpty()) {
                started.removeFirst().run();
                probing.run();
            }
        }
    }

    private void forward(long millis) {
        nanos += millis * 1_000_000;
        clock.forward(Duration.ofMillis(millis));
    }

    private void replace(List<BusinessServer> servers) {
        breakers.arrange(
                "server:",
                Map.of("trade.settle", servers.stream().map(s -> "server:" + s.id()).toList()));
        Map<String, BusinessServer> byId = new HashMap<>();
        servers.forEach(server -> byId.put(server.id(), server));
        probing.replace(byId);
    }

    private static List<BusinessServer> servers(int many) {
        return IntStream.range(0, many)
                .mapToObj(
                        i ->
                                ServerSamples.withProbe(
                                        ServerSamples.framed("s" + i, "trade.settle"), PROBE))
                .toList();
    }
}
