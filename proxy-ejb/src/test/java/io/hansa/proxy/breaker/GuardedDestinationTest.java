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
import org.junit.jupiter.api.Test;

class GuardedDestinationTest {
    private final ManualClock clock = new ManualClock();
    private final Breaker breaker = BreakerSamples.breakers(clock).of("server:trade-1");
    private final GuardedDestination guarded =
            new GuardedDestination(
                    new FakeDestination("trade-1").blamed(FailureAttribution.ABANDONED),
                    breaker,
                    80);

    @Test
    void anAbandonedTestReturnsItsPermitOnce() {
        BreakerSamples.open(breaker);
        clock.forward(Duration.ofMillis(1200));
        PendingReply<Answer, Failure> test = begin();
        assertThat(breaker.enter()).isNull();

        test.close();
        test.close();

        assertThat(breaker.enter()).isNotNull();
        assertThat(breaker.enter()).isNull();
    }

    private PendingReply<Answer, Failure> begin() {
        return guarded.begin(ErrandSamples.of("trade.settle", "basket"));
    }
}
