package io.hansa.proxy.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.breaker.Breaker;
import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.health.ServerState.Level;
import io.hansa.proxy.probe.LatestProbes;
import io.hansa.proxy.probe.ProbeOutcome;
import io.hansa.proxy.registration.ServerConnections;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.token.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One server, whose circuit opens and closes. */
class ServerStatesTest {
    private final ManualClock clock = new ManualClock();
    private final Breakers breakers = BreakerSamples.breakers(clock);
    private final Registries registries = new Registries();
    private final LatestProbes probes = new LatestProbes(registries);
    private final List<AuditRecord> audit = new ArrayList<>();
    private final HealthJournal journal = new HealthJournal(audit::add, clock);
    private final ServerStates states =
            new ServerStates(
                    registries,
                    breakers,
                    new ServerConnections(null) {
                        @Override
                        public boolean quarantined(String server) {
                            return false;
                        }
                    },
                    probes,
                    journal,
                    clock);
    private final Breaker breaker = breakers.of("server:trade-1");

    @BeforeEach
    void server() {
        registries.replace(
                Registry.of(
                        1,
                        List.of(),
                        List.of(),
                        List.of(ServerSamples.framed("trade-1", "trade.settle")),
                        List.of(),
                        List.of()));
        breakers.onMoved(states::moved);
        states.refresh();
    }

    @Test
    void aServerWhoseCircuitOpensIsDownForOneReason() {
        BreakerSamples.hang(breaker);

        assertThat(now().level()).isEqualTo(Level.DOWN);
        assertThat(now().reason())
                .isEqualTo("Its circuit is open: 3 exchanges in a row got no answer in time.");
    }

    @Test
    void aChangeIsToldOnce() {
        BreakerSamples.hang(breaker);

        states.refreshMoved();
        states.refresh();
        states.refreshMoved();

        assertThat(journal.changes()).isEqualTo(1);
        assertThat(audit).hasSize(1);
        AuditRecord record = audit.get(0);
        assertThat(record.kind()).isEqualTo("health");
        assertThat(record.key()).isEqualTo("trade-1");
        assertThat(record.before().getString("state")).isEqualTo("UP");
        assertThat(record.after().getString("state")).isEqualTo("DOWN");
    }

    @Test
    void testsThatFailChangeNothing() {
        BreakerSamples.hang(breaker);
        states.refreshMoved();
        Instant since = now().since();

        for (int i = 0; i < 5; i++) {
            clock.forward(Duration.ofSeconds(5));
            BreakerSamples.hang(breaker);
            states.refreshMoved();
        }

        assertThat(journal.changes()).isEqualTo(1);
        assertThat(now().since()).isEqualTo(since);
    }

    @Test
    void aTestThatIsAnsweredMakesItSuspect() {
        BreakerSamples.hang(breaker);
        clock.forward(Duration.ofSeconds(1));

        BreakerSamples.answer(breaker);

        assertThat(now().level()).isEqualTo(Level.SUSPECT);
        BreakerSamples.answer(breaker);
        BreakerSamples.answer(breaker);
        assertThat(now().level()).isEqualTo(Level.UP);
    }

    @Test
    void aProbeThatFailedMakesItSuspect() {
        probes.note(
                "trade-1",
                new ProbeOutcome("CONNECT", false, false, "It hangs.", clock.instant(), 1));

        assertThat(now().level()).isEqualTo(Level.SUSPECT);
        assertThat(now().reason()).isEqualTo("Its latest probe failed: It hangs.");
    }

    private ServerState now() {
        return states.of("trade-1").orElseThrow();
    }
}
