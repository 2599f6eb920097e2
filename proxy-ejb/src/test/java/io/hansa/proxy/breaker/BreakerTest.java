package io.hansa.proxy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.configuration.BreakerLimits;
import io.hansa.proxy.override.Cause;
import io.hansa.proxy.token.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Exception FAILURE = new Exception("fails");

    private final ManualClock clock = new ManualClock();
    private final Breakers breakers = BreakerSamples.breakers(clock);
    private final Breaker breaker = breakers.of("server:trade-1");

    @Test
    void opensWhenHalfOfTheWindowFailed() {
        exchanges(breaker, 5, true);
        fail(breaker, 4);
        assertThat(breaker.allows()).isTrue();

        fail(breaker, 1);

        assertThat(breaker.state()).isEqualTo("OPEN");
        assertThat(breaker.allows()).isFalse();
        assertThat(breaker.enter()).isFalse();
    }

    @Test
    void settingEndsByTheClockAlone() {
        Instant end = clock.instant().plusSeconds(10);
        breakers.set(
                Map.of(
                        "server:trade-1",
                        new BreakerSetting(
                                "server:trade-1", Mode.FORCED_OPEN, end, Cause.NONE, 1)));
        assertThat(breaker.allows()).isFalse();

        clock.forward(Duration.ofSeconds(10));
        breakers.endSettings();

        assertThat(breaker.allows()).isTrue();
        assertThat(breakers.setting("server:trade-1")).isEmpty();
    }

    @Test
    void opensWhenNearlyAllIsSlow() {
        slow(breaker, 10);

        assertThat(breaker.state()).isEqualTo("OPEN");
    }

    @Test
    void probesAfterAPauseAndClosesOnSuccess() {
        fail(breaker, 10);
        clock.forward(Duration.ofMillis(1200));
        assertThat(breaker.allows()).isTrue();

        exchanges(breaker, 3, true);

        assertThat(breaker.state()).isEqualTo("CLOSED");
    }

    @Test
    void letsOnlyTheNeededProbesThrough() {
        fail(breaker, 10);
        clock.forward(Duration.ofMillis(1200));

        assertThat(List.of(breaker.enter(), breaker.enter(), breaker.enter(), breaker.enter()))
                .containsExactly(true, true, true, false);
    }

    @Test
    void pauseGrowsAfterFailedProbesToAMaximum() {
        fail(breaker, 10);
        clock.forward(Duration.ofMillis(1200));
        exchanges(breaker, 3, false);
        clock.forward(Duration.ofMillis(1200));
        assertThat(breaker.allows()).isFalse();
        clock.forward(Duration.ofMillis(1100));
        assertThat(breaker.allows()).isTrue();
        for (int i = 0; i < 10; i++) {
            exchanges(breaker, 3, false);
            clock.forward(Duration.ofMillis(5600));
            assertThat(breaker.allows()).isTrue();
        }
    }

    @Test
    void neutralOutcomesAreNotCounted() {
        for (int i = 0; i < 50; i++) {
            assertThat(breaker.enter()).isTrue();
            breaker.leave();
        }

        assertThat(breaker.exchanges()).isZero();
    }

    @Test
    void administratorsStateHoldsAgainstTheTargetsOutcomes() {
        set(Mode.FORCED_OPEN);
        assertThat(breaker.enter()).isFalse();
        assertThat(breaker.allows()).isFalse();
        set(Mode.FORCED_CLOSED);
        fail(breaker, 100);
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.state()).isEqualTo("FORCED_CLOSED");
        set(Mode.AUTOMATIC);
        fail(breaker, 10);
        assertThat(breaker.state()).isEqualTo("OPEN");
    }

    @Test
    void settingHoldsForALaterTarget() {
        breakers.set(Map.of("server:late", new BreakerSetting("server:late", Mode.FORCED_OPEN, 1)));

        assertThat(breakers.of("server:late").allows()).isFalse();
    }

    @Test
    void answeringTargetsStayInUseAboveTheFloor() {
        List<Breaker> four = group("a", "b", "c", "d");
        four.forEach(one -> slow(one, 10));

        assertThat(four).filteredOn(Breaker::allows).hasSize(2);
    }

    @Test
    void targetsThatDoNotAnswerAllOpen() {
        List<Breaker> four = group("a", "b", "c", "d");
        four.forEach(one -> fail(one, 10));

        assertThat(four).noneMatch(Breaker::allows);
    }

    @Test
    void loneTargetOpensEvenIfItAnswers() {
        Breaker alone = group("a").get(0);
        slow(alone, 10);

        assertThat(alone.allows()).isFalse();
    }

    @Test
    void recoveringTargetGetsMoreAndMore() {
        BreakerLimits warming = new BreakerLimits(10, 50, 80, 80, 1000, 5000, 3, 50, 10_000);
        Breaker cold = new Breakers(warming, clock).of("server:trade-1");
        assertThat(cold.warmth()).isEqualTo(0.1);
        clock.forward(Duration.ofSeconds(5));
        assertThat(cold.warmth()).isBetween(0.5, 0.6);
        clock.forward(Duration.ofSeconds(5));
        assertThat(cold.warmth()).isEqualTo(1);
        fail(cold, 10);
        clock.forward(Duration.ofSeconds(2));
        exchanges(cold, 3, true);
        assertThat(cold.warmth()).isEqualTo(0.1);
    }

    @Test
    void countsOpeningsAndRefusedExchanges() {
        fail(breaker, 5);
        assertThat(breaker.opened()).isEqualTo(1);
        assertThat(breaker.enter()).isFalse();
        assertThat(breaker.notPermitted()).isEqualTo(1);
        clock.forward(Duration.ofMillis(1200));
        exchanges(breaker, 3, false);

        assertThat(breaker.opened()).isEqualTo(2);
        assertThat(breaker.notPermitted()).isEqualTo(1);
    }

    @Test
    void targetKeptByTheFloorDidNotOpen() {
        List<Breaker> four = group("a", "b", "c", "d");
        four.forEach(one -> slow(one, 10));

        assertThat(four.stream().mapToLong(Breaker::opened).sum()).isEqualTo(2);
    }

    @Test
    void removedTargetIsForgotten() {
        group("a", "b");
        group("b");

        assertThat(breakers.find("server:a")).isEmpty();
        assertThat(breakers.find("server:b")).isPresent();
    }

    private List<Breaker> group(String... ids) {
        List<String> targets = List.of(ids).stream().map(BreakerSetting::server).toList();
        breakers.arrange("server:", Map.of("trade.settle", targets));
        return targets.stream().map(breakers::of).toList();
    }

    private void set(Mode mode) {
        breakers.set(Map.of(breaker.target(), new BreakerSetting(breaker.target(), mode, 1)));
    }

    private static void fail(Breaker breaker, int times) {
        exchanges(breaker, times, false);
    }

    private static void slow(Breaker breaker, int times) {
        for (int i = 0; i < times && breaker.enter(); i++) {
            breaker.answered(true);
        }
    }

    private static void exchanges(Breaker breaker, int times, boolean well) {
        for (int i = 0; i < times && breaker.enter(); i++) {
            if (well) {
                breaker.answered(false);
            } else {
                breaker.failed(false, FAILURE);
            }
        }
    }
}
