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
    private final ManualClock clock = new ManualClock();
    private final Breakers breakers = BreakerSamples.breakers(clock);
    private final Breaker breaker = breakers.of("server:trade-1");

    @Test
    void opensWhenHalfOfTheWindowFailed() {
        exchanges(breaker, 5, Outcome.GOOD);
        fail(breaker, 4);
        assertThat(breaker.allows()).isTrue();

        fail(breaker, 1);

        assertThat(breaker.state()).isEqualTo("OPEN");
        assertThat(breaker.allows()).isFalse();
        assertThat(breaker.enter()).isNull();
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

        exchanges(breaker, 3, Outcome.GOOD);

        assertThat(breaker.state()).isEqualTo("CLOSED");
    }

    @Test
    void oneRequestAtATimeTestsAnOpenCircuit() {
        fail(breaker, 10);
        clock.forward(Duration.ofMillis(1200));

        Phase test = breaker.enter();

        assertThat(test).isNotNull();
        assertThat(breaker.allows()).isFalse();
        assertThat(breaker.enter()).isNull();
        breaker.ended(test, Outcome.GOOD);
        assertThat(breaker.state()).isEqualTo("HALF_OPEN");
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void threeTimeOutsInARowOpenTheCircuit() {
        exchanges(breaker, 20, Outcome.GOOD);
        exchanges(breaker, 2, Outcome.SILENT);
        exchanges(breaker, 1, Outcome.GOOD);
        exchanges(breaker, 2, Outcome.SILENT);
        assertThat(breaker.state()).isEqualTo("CLOSED");

        exchanges(breaker, 1, Outcome.SILENT);

        assertThat(breaker.state()).isEqualTo("OPEN");
        assertThat(breaker.why()).isEqualTo("3 exchanges in a row got no answer in time");
    }

    @Test
    void aTestThatHangsReopensAtOnce() {
        exchanges(breaker, 3, Outcome.SILENT);
        clock.forward(Duration.ofMillis(1000));
        Phase test = breaker.enter();
        clock.forward(Duration.ofMillis(5000));

        breaker.ended(test, Outcome.SILENT);

        assertThat(breaker.state()).isEqualTo("OPEN");
        assertThat(breaker.why()).isEqualTo("the test request got no answer in time");
        clock.forward(Duration.ofMillis(1700));
        assertThat(breaker.allows()).isFalse();
        clock.forward(Duration.ofMillis(300));
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void aLateTimeOutIsNoTest() {
        Phase before = breaker.enter();
        exchanges(breaker, 3, Outcome.SILENT);
        clock.forward(Duration.ofMillis(1000));
        Phase test = breaker.enter();

        breaker.ended(before, Outcome.SILENT);

        assertThat(breaker.state()).isEqualTo("HALF_OPEN");
        breaker.ended(test, Outcome.GOOD);
        exchanges(breaker, 2, Outcome.GOOD);
        breaker.ended(before, Outcome.SILENT);
        assertThat(breaker.state()).isEqualTo("CLOSED");
        assertThat(breaker.exchanges()).isZero();
    }

    @Test
    void anAbandonedTestLetsTheNextOneThrough() {
        fail(breaker, 10);
        clock.forward(Duration.ofMillis(1200));

        breaker.leave(breaker.enter());

        assertThat(breaker.state()).isEqualTo("HALF_OPEN");
        assertThat(breaker.enter()).isNotNull();
    }

    @Test
    void pauseStartsOverAfterRecovery() {
        fail(breaker, 10);
        for (int i = 0; i < 3; i++) {
            clock.forward(Duration.ofMillis(5000));
            fail(breaker, 1);
        }
        clock.forward(Duration.ofMillis(5000));
        exchanges(breaker, 3, Outcome.GOOD);
        fail(breaker, 10);
        assertThat(breaker.allows()).isFalse();

        clock.forward(Duration.ofMillis(1000));

        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void pauseGrowsWhereRecoveryWasShort() {
        Breaker shaky = new Breakers(warming(), clock).of("server:trade-1");
        fail(shaky, 10);
        clock.forward(Duration.ofMillis(1000));
        exchanges(shaky, 3, Outcome.GOOD);
        clock.forward(Duration.ofMillis(9000));
        fail(shaky, 10);
        clock.forward(Duration.ofMillis(1700));
        assertThat(shaky.allows()).isFalse();

        clock.forward(Duration.ofMillis(300));

        assertThat(shaky.allows()).isTrue();
    }

    @Test
    void aRefusedTestIsRepeatedWithinFiveSeconds() {
        Breaker longPauses =
                new Breakers(new BreakerLimits(10, 50, 80, 80, 3, 1000, 60_000, 3, 50, 0), clock)
                        .of("server:trade-1");
        fail(longPauses, 10);
        for (int i = 0; i < 8; i++) {
            clock.forward(Duration.ofMillis(5000));
            exchanges(longPauses, 1, Outcome.REFUSED);
        }
        assertThat(longPauses.opened()).isEqualTo(9);
        clock.forward(Duration.ofMillis(5000));
        exchanges(longPauses, 1, Outcome.SILENT);
        clock.forward(Duration.ofMillis(50_000));

        assertThat(longPauses.allows()).isFalse();
    }

    @Test
    void aClockSetBackEndsThePause() {
        fail(breaker, 10);
        clock.forward(Duration.ofMinutes(-10));

        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void pauseGrowsAfterFailedProbesToAMaximum() {
        fail(breaker, 10);
        clock.forward(Duration.ofMillis(1200));
        exchanges(breaker, 3, Outcome.BROKEN);
        clock.forward(Duration.ofMillis(1200));
        assertThat(breaker.allows()).isFalse();
        clock.forward(Duration.ofMillis(1100));
        assertThat(breaker.allows()).isTrue();
        for (int i = 0; i < 10; i++) {
            exchanges(breaker, 3, Outcome.BROKEN);
            clock.forward(Duration.ofMillis(5600));
            assertThat(breaker.allows()).isTrue();
        }
    }

    @Test
    void neutralOutcomesAreNotCounted() {
        for (int i = 0; i < 50; i++) {
            breaker.leave(breaker.enter());
        }

        assertThat(breaker.exchanges()).isZero();
    }

    @Test
    void administratorsStateHoldsAgainstTheTargetsOutcomes() {
        set(Mode.FORCED_OPEN);
        assertThat(breaker.enter()).isNull();
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
        Breaker cold = new Breakers(warming(), clock).of("server:trade-1");
        assertThat(cold.warmth()).isEqualTo(0.1);
        clock.forward(Duration.ofSeconds(5));
        assertThat(cold.warmth()).isBetween(0.5, 0.6);
        clock.forward(Duration.ofSeconds(5));
        assertThat(cold.warmth()).isEqualTo(1);
        fail(cold, 10);
        clock.forward(Duration.ofSeconds(2));
        exchanges(cold, 3, Outcome.GOOD);
        assertThat(cold.warmth()).isEqualTo(0.1);
    }

    @Test
    void countsOpeningsAndRefusedExchanges() {
        fail(breaker, 5);
        assertThat(breaker.opened()).isEqualTo(1);
        assertThat(breaker.enter()).isNull();
        assertThat(breaker.notPermitted()).isEqualTo(1);
        clock.forward(Duration.ofMillis(1200));
        fail(breaker, 1);

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

    private static BreakerLimits warming() {
        return new BreakerLimits(10, 50, 80, 80, 3, 1000, 5000, 3, 50, 10_000);
    }

    private static void fail(Breaker breaker, int times) {
        exchanges(breaker, times, Outcome.BROKEN);
    }

    private static void slow(Breaker breaker, int times) {
        exchanges(breaker, times, Outcome.SLOW);
    }

    private static void exchanges(Breaker breaker, int times, Outcome outcome) {
        for (int i = 0; i < times; i++) {
            Phase permit = breaker.enter();
            if (permit == null) {
                return;
            }
            breaker.ended(permit, outcome);
        }
    }
}
