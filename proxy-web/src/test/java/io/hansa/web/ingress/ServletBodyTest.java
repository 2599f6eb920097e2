package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.web.container.ContainerBehaviour;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServletBodyTest extends ServletBodyFixture {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536})
    void shortBodyThatHasArrivedIsReadAtOnce(int length) throws IOException {
        byte[] data = random(length);
        in.arrive(data);

        assertThat(body(length).arrived(MAX)).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000, 65_537})
    void bodyThatHasNotArrivedIsNotWaitedFor(int announced) throws IOException {
        in.arrive(random(999));

        assertThat(body(announced).arrived(MAX)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5000, 100_000, MAX})
    void bodyThatArrivesGraduallyIsCompleteAtItsEnd(int announced) throws IOException {
        byte[] data = random(announced < 0 ? MAX : announced);
        ServletBody body = body(announced);
        try (BodyMemoryBudget.Lease lease = budget.share()) {
            assertThat(body.arrived(MAX)).isNull();
            body.leaseFrom(lease);
            in.arrive(data);
            take(body, MAX);
            body.end();

            assertThat(body.arrived(MAX)).isEqualTo(data);
            long room = data.length > 65_536 ? 2L * data.length : data.length;
            assertThat(budget.bytes()).as("body and reserved reply").isEqualTo(room);
        }
        assertThat(budget.bytes()).isZero();
    }

    @Test
    void bodyDeclaredTooLongIsRefusedUnread() {
        assertThat(catchThrowableOfType(Failure.class, () -> body(MAX + 1).arrived(MAX)).code())
                .isEqualTo(ErrorCode.BODY_TOO_LARGE);
    }

    @Test
    void bodyThatGrowsTooLongIsRefused() throws IOException {
        ServletBody body = body(-1);
        BodyMemoryBudget.Lease lease = budget.share();
        body.arrived(MAX);
        body.leaseFrom(lease);
        in.arrive(random(MAX + 1));

        Failure refusal = catchThrowableOfType(Failure.class, () -> take(body, MAX));

        assertThat(refusal.code()).isEqualTo(ErrorCode.BODY_TOO_LARGE);
    }

    @Test
    void bodyThatEndsEarlyIsRefused() throws IOException {
        ServletBody body = body(100_000);
        BodyMemoryBudget.Lease lease = budget.share();
        body.arrived(MAX);
        body.leaseFrom(lease);
        in.arrive(random(99));
        body.read(body.remaining(), MAX);

        assertThatThrownBy(() -> body.end()).isInstanceOf(EOFException.class);
    }

    @Test
    void onlyALongRestIsDrained() throws IOException {
        in.arrive(random(100));

        assertThat(body(100).mustBeDrained()).isFalse();
        assertThat(body(1 << 20).mustBeDrained()).isTrue();
        assertThat(body(-1).mustBeDrained()).isFalse();
        secure = true;
        assertThat(body(1 << 20).mustBeDrained()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100-continue", "100-Continue"})
    void callerThatWaitsForContinueIsNotDrained(String expectation) {
        container = ContainerBehaviour.UNDERTOW;
        expect = expectation;

        assertThat(body(1 << 20).mustBeDrained()).isFalse();
    }

    @Test
    void callerContinuedBy100IsDrained() throws IOException {
        container = ContainerBehaviour.UNDERTOW;
        expect = "100-continue";
        ServletBody body = body(100);

        assertThat(body.arrived(MAX)).as("reading sends 100 Continue").isNull();

        assertThat(body.mustBeDrained()).isTrue();
    }

    @Test
    void firstReadSendsContinueOnce() throws IOException {
        AtomicInteger sent = new AtomicInteger();
        expect = "100-continue";
        sendContinue = sent::incrementAndGet;
        ServletBody body = body(100);
        assertThat(sent).as("before anything is read").hasValue(0);

        body.arrived(MAX);
        body.arrived(MAX);

        assertThat(sent).hasValue(1);
    }

    @Test
    void refusedBodyIsDrainedOnGrizzlyWithoutContinue() throws IOException {
        AtomicInteger sent = new AtomicInteger();
        expect = "100-continue";
        sendContinue = sent::incrementAndGet;
        ServletBody body = body(1 << 20);

        assertThat(body.mustBeDrained()).isTrue();
        body.unwanted();

        assertThat(sent).hasValue(0);
    }

    @Test
    void callerWithAnotherExpectationIsDrained() {
        expect = "a miracle";

        assertThat(body(1 << 20).mustBeDrained()).isTrue();
    }

    @Test
    void undertowHasShortRestsDrained() {
        container = ContainerBehaviour.UNDERTOW;
        in.arrive(random(99));

        assertThat(body(100).mustBeDrained()).isTrue();
        assertThat(body(99).mustBeDrained()).isFalse();
    }

    @Test
    void brokenConnectionIsNotDrained() {
        container = ContainerBehaviour.UNDERTOW;
        in.breakOff();

        assertThat(body(100).mustBeDrained()).isFalse();
    }

    @Test
    void shortTlsBodyIsAwaitedByAThread() throws IOException {
        secure = true;
        ServletBody body = body(100);

        assertThat(body.arrived(MAX)).isNull();
        assertThat(body.isExpectedSoon()).isTrue();

        body.allowWaiting();
        in.arrive(random(100));
        assertThat(body.arrived(MAX)).isEqualTo(random(100));
        assertThat(body(1 << 20).isExpectedSoon()).isFalse();
        assertThat(body(-1).isExpectedSoon()).isFalse();
    }
}
