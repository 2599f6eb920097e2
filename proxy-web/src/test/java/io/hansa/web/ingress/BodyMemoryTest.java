package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.protection.BodyMemoryBudget;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How much memory a body leases, and which request is refused for it. */
class BodyMemoryTest extends ServletBodyFixture {
    @Test
    void memoryIsLeasedForWhatHasArrived() throws IOException {
        ServletBody body = body(MAX);
        BodyMemoryBudget.Lease lease = budget.share();
        body.arrived(MAX);
        body.leaseFrom(lease);
        in.arrive(random(10));
        body.read(body.remaining(), MAX);

        assertThat(budget.bytes()).isLessThanOrEqualTo(1024);
    }

    @Test
    void lateShortBodyLeasesOnlyWhatHasArrived() throws IOException {
        ServletBody body = body(60_000);
        BodyMemoryBudget.Lease lease = budget.share();
        in.arrive(random(10));
        assertThat(body.arrived(MAX)).isNull();

        body.leaseFrom(lease);

        assertThat(budget.bytes()).isLessThanOrEqualTo(1024);
    }

    @Test
    void unusedMemoryIsReturnedAtTheEnd() throws IOException {
        ServletBody body = body(-1);
        BodyMemoryBudget.Lease lease = budget.share();
        body.arrived(MAX);
        body.leaseFrom(lease);
        in.arrive(random(1500));
        take(body, MAX);
        assertThat(budget.bytes()).isGreaterThan(1500);

        body.end();

        assertThat(budget.bytes()).isEqualTo(1500);
        assertThat(body.arrived(MAX)).hasSize(1500);
    }

    @Test
    void longBodyWithoutReplyRoomIsRefused() throws IOException {
        BodyMemoryBudget.Lease others = budget.share();
        others.take((1 << 20) - 300_000);
        ServletBody body = body(MAX);
        BodyMemoryBudget.Lease lease = budget.share();
        body.arrived(MAX);
        body.leaseFrom(lease);
        in.arrive(random(MAX));
        take(body, MAX);

        Failure refusal = catchThrowableOfType(Failure.class, () -> body.end());

        assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void callerWithOneMebibyteIsNotRefusedHalfway() throws IOException {
        int announced = 4 << 20;
        BodyMemoryBudget roomy = new BodyMemoryBudget(new CallerLimits(announced, 10, 10, 1000));
        ServletBody first = body(announced);
        ServletBody second = body(announced);
        BodyMemoryBudget.Lease firstLease = roomy.share();
        BodyMemoryBudget.Lease secondLease = roomy.share();
        first.arrived(announced);
        first.leaseFrom(firstLease);
        second.arrived(announced);
        second.leaseFrom(secondLease);

        in.arrive(random((1 << 20) + 1));
        take(first, announced);
        assertThat(roomy.bytes()).isEqualTo(2L * announced);

        in.arrive(random((1 << 20) + 1));
        assertThat(catchThrowableOfType(Failure.class, () -> take(second, announced)).effect())
                .isEqualTo(Effect.NONE);
    }

    @Test
    void forgottenBodyReleasesItsMemory() throws IOException {
        ServletBody body = body(MAX);
        BodyMemoryBudget.Lease lease = budget.share();
        body.arrived(MAX);
        body.leaseFrom(lease);
        in.arrive(random(MAX));
        body.read(body.remaining(), MAX);

        body.forget();
        lease.close();
        int left = in.available();
        body.read(body.remaining(), MAX);

        assertThat(in.available()).as("left to the drainer").isEqualTo(left);
        assertThat(budget.bytes()).isZero();
    }
}
