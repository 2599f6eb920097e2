package io.hansa.proxy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.PendingReply;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.ErrandSamples;
import io.hansa.proxy.routing.FailureAttribution;
import io.hansa.proxy.routing.FakeDestination;
import io.hansa.proxy.token.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedDestinationTest {
    private static final int PROBES = 3;

    private final ManualClock clock = new ManualClock();
    private final Breaker breaker = BreakerSamples.breakers(clock).of("server:trade-1");
    private final GuardedDestination guarded =
            new GuardedDestination(
                    new FakeDestination("trade-1").blamed(FailureAttribution.ABANDONED),
                    breaker,
                    80);

    @Test
    void abandonedProbesReturnTheirPermits() {
        while (breaker.allows()) {
            breaker.failed(false, new Exception("fails"));
        }
        clock.forward(Duration.ofMillis(1200));
        List<PendingReply<Answer, Failure>> probes = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            probes.add(begin());
        }
        assertThat(breaker.enter()).isFalse();

        probes.forEach(PendingReply::close);
        probes.forEach(PendingReply::close);

        for (int i = 0; i < PROBES; i++) {
            assertThat(breaker.enter()).isTrue();
        }
        assertThat(breaker.enter()).isFalse();
    }

    private PendingReply<Answer, Failure> begin() {
        return guarded.begin(ErrandSamples.of("trade.settle", "basket"));
    }
}
