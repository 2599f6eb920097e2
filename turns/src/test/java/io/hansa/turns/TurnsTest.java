package io.hansa.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.turns.Turns.Next;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();

    @Test
    void whereNobodyWaitsTheWorkerStays() {
        assertThat(next(8)).isEqualTo(Next.STAY);
    }

    @Test
    void whoIsDoneIsQueuedUntilNobodyWaits() {
        turns.queue(Runnable::run, () -> {});
        assertThat(next(8)).isEqualTo(Next.QUEUE);
        turns.begun();
        assertThat(next(8)).isEqualTo(Next.STAY);
    }

    @Test
    void whomTheWorkersDoNotTakeWaitsForNone() {
        assertThatThrownBy(() -> turns.queue(this::rejects, () -> {}))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(next(8)).isEqualTo(Next.STAY);
    }

    @Test
    void nobodyStaysButTheConnectionsWorker() {
        assertThat(turns.next(false, 0, () -> 8)).isEqualTo(Next.LEAVE);
        turns.queue(Runnable::run, () -> {});
        assertThat(turns.next(false, 0, () -> 8)).isEqualTo(Next.QUEUE);
    }

    @Test
    void afterAHundredInARowItIsTheQueueAndNobodyElseIsKeptFromStaying() {
        assertThat(turns.next(true, 99, () -> 2)).isEqualTo(Next.STAY);
        turns.stayed(true);
        assertThat(turns.next(true, 100, () -> 2)).isEqualTo(Next.QUEUE);
        assertThat(next(2)).isEqualTo(Next.STAY);
    }

    @Test
    void oneWorkerOfFourIsLeftForTheOthers() {
        assertThat(next(4)).isEqualTo(Next.STAY);
        assertThat(next(4)).isEqualTo(Next.STAY);
        assertThat(next(4)).isEqualTo(Next.STAY);
        assertThat(next(4)).isEqualTo(Next.LEAVE);
        turns.stayed(true);
        assertThat(next(4)).isEqualTo(Next.STAY);
    }

    @Test
    void ofManyNoMoreThan32Stay() {
        for (int i = 0; i < 32; i++) {
            assertThat(next(320)).isEqualTo(Next.STAY);
        }
        assertThat(next(320)).isEqualTo(Next.LEAVE);
    }

    @Test
    void theOnlyWorkerStaysWithNobody() {
        assertThat(next(1)).isEqualTo(Next.LEAVE);
    }

    @Test
    void whereItIsInVainHardlyAnyStayUntilItIsNot() {
        assertThat(stays(4, false)).isEqualTo(4);
        assertThat(stays(6_400, false)).isEqualTo(100);
        assertThat(stays(64, true)).isEqualTo(1);
        assertThat(stays(100, true)).isEqualTo(100);
    }

    private int stays(int times, boolean inTime) {
        int stays = 0;
        for (int i = 0; i < times; i++) {
            if (next(8) == Next.STAY) {
                stays++;
                turns.stayed(inTime);
            }
        }
        return stays;
    }

    private Next next(int workers) {
        return turns.next(true, 0, () -> workers);
    }

    private void rejects(Runnable turn) {
        throw new RejectedExecutionException();
    }
}
