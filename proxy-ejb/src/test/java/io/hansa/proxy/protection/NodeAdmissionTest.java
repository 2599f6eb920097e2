package io.hansa.proxy.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.override.Cause;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.override.OperatingOverride.State;
import io.hansa.proxy.override.OverrideInForce;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NodeAdmissionTest {
    private final NodeAdmission node =
            new NodeAdmission(new Limits(1000, 10, 0.5, 8, 900), PressureSamples.LIMITS);

    @Test
    void requestsUpToTheThresholdAreAdmitted() {
        for (int i = 0; i < 5; i++) {
            node.enter(Priority.NORMAL);
        }

        assertRefused(ErrorCode.OVERLOADED);
        assertThat(node.inFlight()).isEqualTo(5);
        assertThat(node.load()).isEqualTo(0.5);
        assertThat(node.accepting()).isFalse();
    }

    @Test
    void aPlaceGivenBackIsTakenAgain() {
        for (int i = 0; i < 5; i++) {
            node.enter(Priority.NORMAL);
        }
        node.leave();

        assertThat(node.accepting()).isTrue();
        node.enter(Priority.NORMAL);
        assertRefused(ErrorCode.OVERLOADED);
    }

    @Test
    void drainingNodeFinishesWorkAndRefusesNew() {
        node.enter(Priority.NORMAL);
        node.drain();

        assertRefused(ErrorCode.DRAINING);
        assertThat(node.accepting()).isFalse();
        node.leave();
        assertThat(node.inFlight()).isZero();
    }

    @Test
    void anIdleNodesSmoothedLoadBecomesZero() {
        node.enter(Priority.NORMAL);
        node.adapt();
        node.leave();
        assertThat(node.smoothedLoad()).isPositive();

        for (int look = 0; look < 50; look++) {
            node.adapt();
        }

        assertThat(node.smoothedLoad()).isZero();
    }

    @Test
    void operatorDrainsANodeUntilTheEnd() {
        Instant now = Instant.parse("2026-01-31T08:00:00Z");
        Cause cause = new Cause("a test", "admin", now);
        OperatingOverride set =
                new OperatingOverride("node:a", State.DRAINING, 1, now.plusSeconds(60), cause, 1);
        node.follow(OverrideInForce.of(set, Clock.fixed(now, ZoneOffset.UTC)));

        assertRefused(ErrorCode.DRAINING);
        assertThatThrownBy(() -> node.enter(Priority.CORE))
                .hasMessageContaining("set DRAINING by admin until ")
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure ->
                                assertThat((Long) failure.extensions().get("retryAfterSeconds"))
                                        .isEqualTo(60));
        assertThat(node.accepting()).isFalse();
        node.follow(OverrideInForce.of(set, Clock.fixed(set.until(), ZoneOffset.UTC)));

        assertThat(node.accepting()).isTrue();
        node.enter(Priority.NORMAL);
    }

    @Test
    void evenTheSmallestNodeTakesOne() {
        NodeAdmission smallest =
                new NodeAdmission(new Limits(1000, 1, 0.1, 8, 900), PressureSamples.LIMITS);

        smallest.enter(Priority.NORMAL);
        assertThat(smallest.inFlight()).isEqualTo(1);
    }

    @Test
    void concurrentCallersNeverExceedTheRoom() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 16; i++) {
            callers.execute(
                    () -> {
                        try {
                            together.await();
                            node.enter(Priority.NORMAL);
                            taken.incrementAndGet();
                        } catch (Failure | InterruptedException refused) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }
        together.countDown();
        callers.shutdown();

        assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(taken).hasValue(5);
        assertThat(node.inFlight()).isEqualTo(5);
    }

    private void assertRefused(ErrorCode code) {
        assertThatThrownBy(() -> node.enter(Priority.NORMAL))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(code);
                            assertThat(failure.effect()).isEqualTo(Effect.NONE);
                        });
    }
}
