package io.hansa.proxy.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.failure.Failure;
import org.junit.jupiter.api.Test;

/** Under pressure BULK goes first, then NORMAL; CORE goes on (R12). */
class SheddingTest {
    private final NodeAdmission node =
            new NodeAdmission(new Limits(1000, 200, 0.5, 8, 900), PressureSamples.LIMITS);

    @Test
    void bulkIsShedBeforeNormalAndCoreNever() {
        enter(70);
        assertThat(refusal(Priority.BULK)).isEqualTo(ErrorCode.SHED);
        assertThat(refusal(Priority.NORMAL)).isNull();
        enter(19);
        assertThat(refusal(Priority.NORMAL)).isEqualTo(ErrorCode.SHED);
        enter(10);
        assertThat(node.inFlight()).isEqualTo(100);
        assertThat(refusal(Priority.CORE)).isEqualTo(ErrorCode.OVERLOADED);
    }

    @Test
    void shedRequestTakesNoPlace() {
        enter(100);
        for (Priority priority : Priority.values()) {
            refusal(priority);
        }

        assertThat(node.inFlight()).isEqualTo(100);
    }

    @Test
    void slowRepliesEverywhereLowerTheLimit() {
        enter(90);
        latencyRatio(1, 50);
        assertThat(node.limit()).isEqualTo(100);

        latencyRatio(8, 30);

        assertThat(node.limit()).isBetween(25, 60);
        assertThat(refusal(Priority.CORE)).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(node.load()).isGreaterThan(node.threshold());
        assertThat(node.accepting()).isFalse();
    }

    @Test
    void fastRepliesRaiseTheLimitWithinSeconds() {
        enter(90);
        latencyRatio(1, 50);
        latencyRatio(8, 30);

        latencyRatio(1, 50);

        assertThat(node.limit()).isGreaterThan(80);
    }

    @Test
    void fewSlowAnswersAmongManyAreNoReason() {
        enter(90);
        latencyRatio(1, 50);
        for (int look = 0; look < 30; look++) {
            for (int i = 0; i < 20; i++) {
                node.recordLatencyRatio(i == 0 ? 1000 : 1);
            }
            node.adapt();
        }

        assertThat(node.limit()).isEqualTo(100);
    }

    @Test
    void aSmallNodeKeepsItsLimit() {
        NodeAdmission small =
                new NodeAdmission(new Limits(1000, 12, 1, 8, 900), PressureSamples.LIMITS);
        for (int i = 0; i < 12; i++) {
            small.enter(Priority.CORE);
        }
        for (int look = 0; look < 50; look++) {
            small.recordLatencyRatio(look < 20 ? 1 : 9);
            small.adapt();
        }

        assertThat(small.limit()).isEqualTo(12);
    }

    @Test
    void momentaryPeakIsNotReportedAsLoad() {
        for (int i = 0; i < 20; i++) {
            node.adapt();
        }
        enter(100);
        node.adapt();

        assertThat(node.load()).isEqualTo(0.5);
        assertThat(node.smoothedLoad()).isBetween(0.1, 0.2);
    }

    private void latencyRatio(double times, int looks) {
        for (int look = 0; look < looks; look++) {
            node.recordLatencyRatio(times);
            node.adapt();
        }
    }

    private void enter(int times) {
        for (int i = 0; i < times; i++) {
            node.enter(Priority.CORE);
        }
    }

    private ErrorCode refusal(Priority priority) {
        Failure failure = catchThrowableOfType(Failure.class, () -> node.enter(priority));
        return failure == null ? null : failure.code();
    }
}
