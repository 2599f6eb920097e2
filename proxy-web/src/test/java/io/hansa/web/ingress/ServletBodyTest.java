package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.undertow.servlet.UndertowContext;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServletBodyTest extends ServletBodyFixture {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536})
    void whatIsShortAndThereIsTakenAtOnce(int length) throws IOException {
        byte[] data = random(length);
        in.arrive(data);

        assertThat(body(length).arrived(MOST)).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000, 65_537})
    void whatIsNotThereIsNotWaitedFor(int announced) throws IOException {
        in.arrive(random(999));

        assertThat(body(announced).arrived(MOST)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5000, 100_000, MOST})
    void whatComesByAndByIsWholeInTheEnd(int announced) throws IOException {
        byte[] data = random(announced < 0 ? MOST : announced);
        ServletBody body = body(announced);
        try (BodyMemoryBudget.Lease share = callers.share()) {
            assertThat(body.arrived(MOST)).isNull();
            body.accountFor(share);
            in.arrive(data);
            take(body, MOST, share);
            body.end(share);

            assertThat(body.arrived(MOST)).isEqualTo(data);
            long room = data.length > 65_536 ? 2L * data.length : data.length;
            assertThat(callers.bytes()).as("data and room for a reply").isEqualTo(room);
        }
        assertThat(callers.bytes()).isZero();
    }

    @Test
    void whatIsAnnouncedTooLongIsRefusedUnread() {
        assertThat(catchThrowableOfType(Failure.class, () -> body(MOST + 1).arrived(MOST)).code())
                .isEqualTo(ErrorCode.BODY_TOO_LARGE);
    }

    @Test
    void whatTurnsOutTooLongIsRefused() throws IOException {
        ServletBody body = body(-1);
        BodyMemoryBudget.Lease share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(MOST + 1));

        Failure refusal = catchThrowableOfType(Failure.class, () -> take(body, MOST, share));

        assertThat(refusal.code()).isEqualTo(ErrorCode.BODY_TOO_LARGE);
    }

    @Test
    void whatEndsEarlyIsNotTaken() throws IOException {
        ServletBody body = body(100_000);
        BodyMemoryBudget.Lease share = callers.share();
        body.arrived(MOST);
        body.accountFor(share);
        in.arrive(random(99));
        body.more(body.toCome(), MOST, share);

        assertThatThrownBy(() -> body.end(share)).isInstanceOf(EOFException.class);
    }

    @Test
    void onlyMuchThatMayStillComeIsLeftOver() throws IOException {
        in.arrive(random(100));

        assertThat(body(100).leftOver()).isFalse();
        assertThat(body(1 << 20).leftOver()).isTrue();
        assertThat(body(-1).leftOver()).isFalse();
        secure = true;
        assertThat(body(1 << 20).leftOver()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100-continue", "100-Continue"})
    void whoWaitsToBeAskedForItsDataOwesNothing(String expectation) {
        expect = expectation;

        assertThat(body(1 << 20).leftOver()).isFalse();
    }

    @Test
    void whoHasBeenAskedForItsDataOwesIt() throws IOException {
        container = UndertowContext.make();
        expect = "100-continue";
        ServletBody body = body(100);

        assertThat(body.arrived(MOST)).as("looking for it asks for it").isNull();

        assertThat(body.leftOver()).isTrue();
    }

    @Test
    void whoExpectsSomethingElseSendsItsDataUnasked() {
        expect = "a miracle";

        assertThat(body(1 << 20).leftOver()).isTrue();
    }

    @Test
    void undertowIsNotLeftAloneWithShortDataThatHasNotCome() {
        container = UndertowContext.make();
        in.arrive(random(99));

        assertThat(body(100).leftOver()).isTrue();
        assertThat(body(99).leftOver()).isFalse();
    }

    @Test
    void whereTheConnectionIsBrokenTheRefusalIsNotLost() {
        container = UndertowContext.make();
        in.breakOff();

        assertThat(body(100).leftOver()).isFalse();
    }

    @Test
    void shortDataInTlsIsLeftToAThreadThatMayWait() throws IOException {
        secure = true;
        ServletBody body = body(100);

        assertThat(body.arrived(MOST)).isNull();
        assertThat(body.comesInAMoment()).isTrue();

        body.waitForIt();
        in.arrive(random(100));
        assertThat(body.arrived(MOST)).isEqualTo(random(100));
        assertThat(body(1 << 20).comesInAMoment()).isFalse();
        assertThat(body(-1).comesInAMoment()).isFalse();
    }
}
