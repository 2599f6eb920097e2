package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.RetryLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.protection.PressureSamples;
import io.hansa.proxy.protection.RetryBudget;
import io.hansa.proxy.routing.FakeDestination;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SendTest {
    private static final Set<ErrorCode> ANOTHER_MAY_DO =
            EnumSet.of(
                    ErrorCode.SERVER_UNREACHABLE,
                    ErrorCode.PEER_UNREACHABLE,
                    ErrorCode.OVERLOADED,
                    ErrorCode.CIRCUIT_OPEN,
                    ErrorCode.SHED,
                    ErrorCode.DRAINING);

    private final Send send =
            new Send(
                    new RetryBudget(new RetryLimits(3, 20, 100)),
                    new NodeAdmission(ProxyInMemory.LIMITS, PressureSamples.LIMITS),
                    new ProxyInMemory("shop-a").access);
    private final FakeDestination first = new FakeDestination("first");
    private final FakeDestination second = new FakeDestination("second");
    private final RequestContext call = CallSamples.routed(first, second);

    @Test
    void theFirstThatAnswersIsEnough() {
        send.take(call, true);

        assertThat(call.answer.server()).isEqualTo("shop-a/first");
        assertThat(second.asked()).isZero();
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void nextTargetIsAskedOnlyIfUseful(ErrorCode code) {
        fails(first, code, Effect.NONE);
        boolean another = ANOTHER_MAY_DO.contains(code);

        Failure failure = catchThrowableOfType(Failure.class, () -> send.take(call, true));

        assertThat(second.asked()).isEqualTo(another ? 1 : 0);
        if (another) {
            assertThat(failure).isNull();
        } else {
            assertThat(failure.code()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void noOtherTargetIsAskedAfterPossibleEffect(ErrorCode code) {
        fails(first, code, Effect.UNKNOWN);

        Failure failure = catchThrowableOfType(Failure.class, () -> send.take(call, true));

        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(second.asked()).isZero();
    }

    @Test
    void passedDeadlineKeepsTheFirstReason() {
        call.deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
        first.answering(
                outbound -> {
                    Awaitility.await().until(() -> outbound.remainingMillis() == 0);
                    throw Failure.of(ErrorCode.SERVER_UNREACHABLE, "refused");
                });

        Failure failure = catchThrowableOfType(Failure.class, () -> send.take(call, true));

        assertThat(failure.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(second.asked()).isZero();
    }

    @Test
    void passedDeadlineAsksNoTarget() {
        call.deadlineNanos = System.nanoTime() - 1;

        Failure failure = catchThrowableOfType(Failure.class, () -> send.take(call, true));

        assertThat(failure.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(first.asked()).isZero();
    }

    private static void fails(FakeDestination destination, ErrorCode code, Effect effect) {
        destination.answering(
                outbound -> {
                    throw Failure.of(code, effect, "fails", null);
                });
    }
}
