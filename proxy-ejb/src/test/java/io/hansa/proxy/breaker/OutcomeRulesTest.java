package io.hansa.proxy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.ErrandSamples;
import io.hansa.proxy.routing.FailureAttribution;
import io.hansa.proxy.routing.FakeDestination;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A capability that allows five seconds, of which four are still in good time. */
class OutcomeRulesTest {
    private static final Failure NOTHING_SENT = failure(Effect.NONE);
    private static final Failure SENT = failure(Effect.UNKNOWN);

    @Test
    void answersAreSlowByTheTimeThatIsAllowed() {
        assertThat(outcome(FailureAttribution.ANSWERED, null, 3900)).isEqualTo(Outcome.GOOD);
        assertThat(outcome(FailureAttribution.ANSWERED, null, 4000)).isEqualTo(Outcome.SLOW);
        assertThat(outcome(FailureAttribution.ANSWERED, SENT, 4000)).isEqualTo(Outcome.SLOW);
    }

    @Test
    void aHostThatIsOffIsSilent() {
        assertThat(outcome(FailureAttribution.BROKEN, NOTHING_SENT, 500)).isEqualTo(Outcome.SILENT);
    }

    @Test
    void aConnectionThatIsRefusedAtOnceIsNotSilent() {
        assertThat(outcome(FailureAttribution.BROKEN, NOTHING_SENT, 1)).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void whatBreaksAfterTheRequestIsNotSilent() {
        assertThat(outcome(FailureAttribution.BROKEN, SENT, 500)).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void deadlinesThatAreTooShortSayNothing() {
        assertThat(outcome(FailureAttribution.LATE, SENT, 99)).isNull();
        assertThat(outcome(FailureAttribution.LATE, SENT, 100)).isEqualTo(Outcome.SILENT);
    }

    @Test
    void whatWasNotAskedSaysNothing() {
        assertThat(outcome(FailureAttribution.NOT_ASKED, NOTHING_SENT, 500)).isNull();
        assertThat(outcome(FailureAttribution.ABANDONED, SENT, 500)).isNull();
    }

    @Test
    void aServerWithTooMuchToDoIsWell() {
        assertThat(outcome(FailureAttribution.BUSY, SENT, 1).well()).isTrue();
        assertThat(outcome(FailureAttribution.FAULTY, SENT, 1)).isEqualTo(Outcome.FAULT);
    }

    private static Outcome outcome(FailureAttribution said, Failure failure, long millis) {
        FakeDestination target = new FakeDestination("trade-1").blamed(said);
        return new OutcomeRules(target, 80)
                .outcome(
                        failure,
                        TimeUnit.MILLISECONDS.toNanos(millis),
                        ErrandSamples.of("trade.settle", "basket"));
    }

    private static Failure failure(Effect effect) {
        return Failure.of(ErrorCode.SERVER_UNREACHABLE, effect, "fails", null);
    }
}
