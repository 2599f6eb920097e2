package io.hansa.proxy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.token.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The circuit of a server that the node probes. */
class ProbedBreakerTest {
    private final ManualClock clock = new ManualClock();
    private final Breakers breakers = BreakerSamples.breakers(clock);
    private final Breaker breaker = breakers.of("server:trade-1");

    @BeforeEach
    void probed() {
        breaker.probed(true);
    }

    @Test
    void noRequestTestsAProbedServer() {
        BreakerSamples.hang(breaker);

        clock.forward(Duration.ofHours(1));

        assertThat(breaker.allows()).isFalse();
        assertThat(breaker.enter()).isNull();
    }

    @Test
    void tellsWhenARequestMayTest() {
        breaker.probed(false);
        assertThat(breaker.testedAt()).isNull();
        BreakerSamples.hang(breaker);
        assertThat(breaker.testedAt()).isBetween(in(900), in(1000));
        clock.forward(Duration.ofSeconds(1));
        breaker.ended(breaker.enter(), Outcome.SILENT);
        assertThat(breaker.testedAt()).isBetween(in(1800), in(2000));

        breaker.probed(true);

        assertThat(breaker.testedAt()).isNull();
    }

    @Test
    void requestsTestAgainWhereTheProbeIsRemoved() {
        BreakerSamples.hang(breaker);
        clock.forward(Duration.ofSeconds(1));

        breaker.probed(false);

        assertThat(breaker.enter()).isNotNull();
    }

    @Test
    void aProbeThatFailsOftenEnoughOpensTheCircuit() {
        breaker.probeFailed("it refused", false, false);
        assertThat(breaker.allows()).isTrue();

        breaker.probeFailed("it refused", false, true);

        assertThat(breaker.state()).isEqualTo("OPEN");
        assertThat(breaker.why()).isEqualTo("its probe fails: it refused");
    }

    @Test
    void aProbeThatFailedAndPassesClosesTheCircuit() {
        BreakerSamples.hang(breaker);
        breaker.probeFailed("it hangs", false, false);

        breaker.probePassed(2);

        assertThat(breaker.state()).isEqualTo("CLOSED");
        assertThat(breaker.why()).isEqualTo("its probe passed 2 times in a row");
    }

    @Test
    void aProbeThatSeesNothingWaitsForThePause() {
        BreakerSamples.hang(breaker);
        breaker.probePassed(2);
        assertThat(breaker.allows()).isFalse();
        clock.forward(Duration.ofSeconds(1));

        breaker.probePassed(3);

        assertThat(breaker.state()).isEqualTo("HALF_OPEN");
        assertThat(breaker.recovers()).isTrue();
        Phase test = breaker.enter();
        assertThat(breaker.enter()).isNull();
        breaker.ended(test, Outcome.SILENT);
        clock.forward(Duration.ofSeconds(1));
        breaker.probePassed(4);
        assertThat(breaker.state()).isEqualTo("OPEN");
        clock.forward(Duration.ofSeconds(1));
        breaker.probePassed(5);
        assertThat(breaker.state()).isEqualTo("HALF_OPEN");
    }

    @Test
    void answeringServersStayInUseThoughTheirProbesFail() {
        List<String> both = List.of("server:trade-1", "server:trade-2");
        breakers.arrange("server:", Map.of("trade.settle", both));

        both.forEach(one -> breakers.of(one).probeFailed("status 404", true, true));

        assertThat(both).filteredOn(one -> breakers.of(one).allows()).hasSize(1);
    }

    @Test
    void anAdministratorsStateHoldsAgainstProbes() {
        breakers.set(
                Map.of(
                        breaker.target(),
                        new BreakerSetting(breaker.target(), Mode.FORCED_CLOSED, 1)));
        breaker.probeFailed("it refused", false, true);
        assertThat(breaker.state()).isEqualTo("FORCED_CLOSED");
        breakers.set(
                Map.of(
                        breaker.target(),
                        new BreakerSetting(breaker.target(), Mode.FORCED_OPEN, 1)));

        breaker.probePassed(2);

        assertThat(breaker.state()).isEqualTo("FORCED_OPEN");
    }

    private Instant in(long millis) {
        return clock.instant().plusMillis(millis);
    }
}
