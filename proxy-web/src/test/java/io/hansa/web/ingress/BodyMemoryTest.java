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

/** What memory the data of a body holds, and who is refused for it. */
class BodyMemoryTest extends ServletBodyFixture {
    @Test
    void memoryIsTakenAsDataComesAndNotAsItIsAnnounced() throws IOException {
        ServletBody body = body(MOST);
        BodyMemoryBudget.Lease share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(10));
        body.more(body.toCome(), MOST, share);

        assertThat(callers.bytes()).isLessThanOrEqualTo(1024);
    }

    @Test
    void shortDataThatIsLateHoldsOnlyWhatCame() throws IOException {
        ServletBody body = body(60_000);
        BodyMemoryBudget.Lease share = callers.share();
        in.arrive(random(10));
        assertThat(body.arrived(MOST)).isNull();

        body.accountFor(share);

        assertThat(callers.bytes()).isLessThanOrEqualTo(1024);
    }

    @Test
    void memoryThatTheDataDidNotNeedIsGivenBackAtItsEnd() throws IOException {
        ServletBody body = body(-1);
        BodyMemoryBudget.Lease share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(1500));
        take(body, MOST, share);
        assertThat(callers.bytes()).isGreaterThan(1500);

        body.end(share);

        assertThat(callers.bytes()).isEqualTo(1500);
        assertThat(body.arrived(MOST)).hasSize(1500);
    }

    @Test
    void muchDataIsRefusedBeforeAnythingIsSentWhereThereIsNoRoomForItsReply() throws IOException {
        BodyMemoryBudget.Lease others = callers.share();
        others.take((1 << 20) - 300_000);
        ServletBody body = body(MOST);
        BodyMemoryBudget.Lease share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(MOST));
        take(body, MOST, share);

        Failure refusal = catchThrowableOfType(Failure.class, () -> body.end(share));

        assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void whoHasSentAMebibyteIsNotRefusedHalfwayForTheMemoryOfOthers() throws IOException {
        int announced = 4 << 20;
        BodyMemoryBudget roomy = new BodyMemoryBudget(new CallerLimits(announced, 10, 10, 1000));
        ServletBody first = body(announced);
        ServletBody second = body(announced);
        BodyMemoryBudget.Lease its = roomy.share();
        BodyMemoryBudget.Lease others = roomy.share();
        first.arrived(announced);
        first.accountFor(its);
        second.arrived(announced);
        second.accountFor(others);

        in.arrive(random((1 << 20) + 1));
        take(first, announced, its);
        assertThat(roomy.bytes()).isEqualTo(2L * announced);

        in.arrive(random((1 << 20) + 1));
        assertThat(
                        catchThrowableOfType(Failure.class, () -> take(second, announced, others))
                                .effect())
                .isEqualTo(Effect.NONE);
    }

    @Test
    void whatIsForgottenTakesNoMoreMemoryThoughItStillComes() throws IOException {
        ServletBody body = body(MOST);
        BodyMemoryBudget.Lease share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(MOST));
        body.more(body.toCome(), MOST, share);

        body.forget();
        share.close();
        int left = in.available();
        body.more(body.toCome(), MOST, share);

        assertThat(in.available()).as("left to whoever throws it away").isEqualTo(left);
        assertThat(callers.bytes()).isZero();
    }
}
