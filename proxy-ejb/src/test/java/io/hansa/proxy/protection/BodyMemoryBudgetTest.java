package io.hansa.proxy.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.failure.Failure;
import org.junit.jupiter.api.Test;

class BodyMemoryBudgetTest {
    private static final long MEBIBYTE = 1 << 20;

    private final BodyMemoryBudget data =
            new BodyMemoryBudget(new CallerLimits(1 << 20, 2, 2, 1000));

    @Test
    void refusalBeyondTheBudgetHasRetryAfter() {
        BodyMemoryBudget.Lease one = data.share();
        BodyMemoryBudget.Lease other = data.share();
        one.take(MEBIBYTE);
        other.take(MEBIBYTE);

        Failure refusal = catchThrowableOfType(Failure.class, () -> other.take(1));

        assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(refusal.extensions()).containsEntry("retryAfterSeconds", 1);
        assertThat(data.bytes()).isEqualTo(2 * MEBIBYTE);
        one.close();
        other.take(MEBIBYTE);
        assertThat(data.bytes()).isEqualTo(2 * MEBIBYTE);
    }

    @Test
    void noMoreCallersAreWaitedForThanAllowed() {
        BodyMemoryBudget.Lease one = data.share();
        data.share();

        assertThat(catchThrowableOfType(Failure.class, data::share).code())
                .isEqualTo(ErrorCode.OVERLOADED);
        one.close();
        one.close();
        assertThat(data.waiting()).isEqualTo(1);
        data.share();
    }

    @Test
    void replyOverBudgetCountsAndBlocksNewBodies() {
        BodyMemoryBudget.Lease share = data.reply(3 * MEBIBYTE);

        assertThat(catchThrowableOfType(Failure.class, () -> data.share().take(1)).code())
                .isEqualTo(ErrorCode.OVERLOADED);
        assertThat(catchThrowableOfType(Failure.class, data::requireMemory).code())
                .isEqualTo(ErrorCode.OVERLOADED);
        share.close();
        assertThat(data.bytes()).isZero();
        data.requireMemory();
    }

    @Test
    void bytesAfterReleaseAreNotCounted() {
        BodyMemoryBudget.Lease share = data.share();
        share.close();
        share.take(MEBIBYTE);
        share.holdOnly(MEBIBYTE);
        share.giveBack(MEBIBYTE);

        assertThat(data.bytes()).isZero();
    }

    @Test
    void takenReplyReleasesRequestAndUnusedRoom() {
        BodyMemoryBudget.Lease slow = data.share();
        slow.take(MEBIBYTE / 2);
        slow.take(MEBIBYTE);

        slow.holdOnly(MEBIBYTE / 4);

        assertThat(data.bytes()).isEqualTo(MEBIBYTE / 4);
        data.share().take(MEBIBYTE * 7 / 4);
        assertThat(data.bytes()).isEqualTo(2 * MEBIBYTE);
        slow.close();
        assertThat(data.bytes()).isEqualTo(MEBIBYTE * 7 / 4);
    }

    @Test
    void replyBeyondItsReservationIsCounted() {
        BodyMemoryBudget.Lease share = data.share();
        share.take(MEBIBYTE);

        share.holdOnly(3 * MEBIBYTE);
        assertThat(data.bytes()).isEqualTo(3 * MEBIBYTE);
        share.holdOnly(-1);
        assertThat(data.bytes()).isZero();
        share.close();
        share.holdOnly(MEBIBYTE);
        assertThat(data.bytes()).isZero();
    }

    @Test
    void nothingIsHeldWithoutRoomForAReply() {
        BodyMemoryBudget.Lease share = data.share();
        share.take(MEBIBYTE * 3 / 2);

        assertThat(catchThrowableOfType(Failure.class, () -> share.take(MEBIBYTE)).effect())
                .isEqualTo(Effect.NONE);
        assertThat(data.bytes()).isEqualTo(MEBIBYTE * 3 / 2);
    }

    @Test
    void strangersTakeNothingFromTheOthers() {
        BodyMemoryBudget unauthenticated = data.unauthenticated();
        BodyMemoryBudget.Lease its = unauthenticated.share();
        its.take(unauthenticated.limits().dataBytes());

        assertThat(catchThrowableOfType(Failure.class, unauthenticated::share).code())
                .isEqualTo(ErrorCode.OVERLOADED);
        assertThat(data.waiting()).isZero();
        assertThat(data.bytes()).isZero();
    }

    @Test
    void strangersSendLittleAndTheirPlacesAreFew() {
        CallerLimits limits = new CallerLimits(16 << 20, 800, 4096, 30_000).unauthenticated();

        assertThat(limits).isEqualTo(new CallerLimits(1 << 20, 100, 1024, 5_000));
    }
}
