package io.hansa.proxy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.configuration.BreakerLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Candidates;
import io.hansa.proxy.routing.Choice;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.ErrandSamples;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One caller, who sends one request after another, and two servers of which one accepts and never
 * answers. In virtual time.
 */
class HangingServerTest {
    private static final BreakerLimits LIMITS =
            new BreakerLimits(20, 50, 80, 80, 3, 1000, 60_000, 3, 50, 5000);
    private static final long LIMIT_MILLIS = 2000;
    private static final long MINUTE = 60_000;

    private final VirtualTime time = new VirtualTime();
    private final Breakers breakers = new Breakers(LIMITS, time);
    private final TimedServer good = new TimedServer("good", time, LIMIT_MILLIS);
    private final TimedServer bad = new TimedServer("bad", time, LIMIT_MILLIS);
    private final Breaker circuit = breakers.of("server:bad");
    private final Candidates both =
            Candidates.of(
                    List.of(guarded(good, breakers.of("server:good")), guarded(bad, circuit)));

    @ParameterizedTest
    @CsvSource({
        "ROUND_ROBIN, true",
        "ROUND_ROBIN, false",
        "RANDOM, true",
        "RANDOM, false",
        "LEAST_CONNECTIONS, true",
        "LEAST_CONNECTIONS, false",
        "PEAK_EWMA, true",
        "PEAK_EWMA, false"
    })
    void atMostOneTimeLimitIsLostAPause(Balancing balancing, boolean again) {
        bad.hangs(true);
        askUntil(balancing, again, () -> circuit.opened() == 1);
        assertThat(bad.timedOut()).isEqualTo(3);

        long began = time.millisPassed();
        askUntil(balancing, again, () -> time.millisPassed() - began >= 10 * MINUTE);

        // Pauses of 1, 2, 4, 8, 16 and 32 seconds, and then of at least 54.
        assertThat(bad.timedOut() - 3).isBetween(6, 6 + 10);
    }

    @ParameterizedTest
    @EnumSource
    void aRecoveredServerHasWorkWithinOnePause(Balancing balancing) {
        bad.hangs(true);
        askUntil(balancing, true, () -> circuit.opened() == 8);
        bad.hangs(false);
        long recovered = time.millisPassed();

        askUntil(balancing, true, () -> bad.answered() > 0);

        assertThat(time.millisPassed() - recovered).isLessThan(MINUTE + 100);
        askUntil(balancing, true, () -> circuit.state().equals("CLOSED"));
        int before = bad.answered();
        long closed = time.millisPassed();
        askUntil(balancing, true, () -> time.millisPassed() - closed >= MINUTE);
        assertThat(bad.answered() - before).isGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource
    void oneTimeOutHidesNoServer(Balancing balancing) {
        ask(balancing, true);
        bad.hangs(true);
        askUntil(balancing, true, () -> bad.timedOut() == 1);
        bad.hangs(false);
        int before = bad.answered();
        long recovered = time.millisPassed();

        askUntil(balancing, true, () -> bad.answered() > before);

        assertThat(time.millisPassed() - recovered).isLessThan(31_000);
        assertThat(circuit.state()).isEqualTo("CLOSED");
    }

    private void askUntil(Balancing balancing, boolean again, BooleanSupplier end) {
        long limit = time.millisPassed() + 60 * MINUTE;
        while (!end.getAsBoolean()) {
            assertThat(time.millisPassed()).isLessThan(limit);
            ask(balancing, again);
        }
    }

    /**
     * @param again whether the capability may be sent to another server after a time-out
     */
    private void ask(Balancing balancing, boolean again) {
        time.pass(1);
        Choice choice = both.choice(balancing, Destination::takesWork);
        for (Destination next = choice.next(); next != null; next = choice.next()) {
            try {
                next.send(ErrandSamples.of("trade.settle", "basket"));
                return;
            } catch (Failure late) {
                if (!again) {
                    return;
                }
            }
        }
    }

    private Destination guarded(TimedServer server, Breaker breaker) {
        return new GuardedDestination(server, breaker, 80, time);
    }
}
