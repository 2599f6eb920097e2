package io.hansa.http.requeue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.http.requeue.WorkerAffinity.Next;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WorkerAffinityTest {
    private final WorkerAffinity affinity = new WorkerAffinity();

    @Test
    void workerStaysWhenNoTaskWaits() {
        assertThat(next(8)).isEqualTo(Next.KEEP_WORKER);
    }

    @Test
    void connectionIsRequeuedWhileTaskWaits() {
        affinity.queue(Runnable::run, () -> {});
        assertThat(next(8)).isEqualTo(Next.REQUEUE);
        affinity.started();
        assertThat(next(8)).isEqualTo(Next.KEEP_WORKER);
    }

    @Test
    void rejectedTaskIsNotCountedAsWaiting() {
        assertThatThrownBy(() -> affinity.queue(this::reject, () -> {}))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(next(8)).isEqualTo(Next.KEEP_WORKER);
    }

    @Test
    void onlyTheConnectionsWorkerStays() {
        assertThat(affinity.next(false, 0, () -> 8)).isEqualTo(Next.RETURN_TO_SELECTOR);
        affinity.queue(Runnable::run, () -> {});
        assertThat(affinity.next(false, 0, () -> 8)).isEqualTo(Next.REQUEUE);
    }

    @Test
    void connectionIsRequeuedAfterHundredRequests() {
        assertThat(affinity.next(true, 99, () -> 2)).isEqualTo(Next.KEEP_WORKER);
        affinity.stayed(true);
        assertThat(affinity.next(true, 100, () -> 2)).isEqualTo(Next.REQUEUE);
        assertThat(next(2)).isEqualTo(Next.KEEP_WORKER);
    }

    @Test
    void everyFourthWorkerStaysFree() {
        assertThat(next(4)).isEqualTo(Next.KEEP_WORKER);
        assertThat(next(4)).isEqualTo(Next.KEEP_WORKER);
        assertThat(next(4)).isEqualTo(Next.KEEP_WORKER);
        assertThat(next(4)).isEqualTo(Next.RETURN_TO_SELECTOR);
        affinity.stayed(true);
        assertThat(next(4)).isEqualTo(Next.KEEP_WORKER);
    }

    @Test
    void noMoreThan32WorkersStay() {
        for (int i = 0; i < 32; i++) {
            assertThat(next(320)).isEqualTo(Next.KEEP_WORKER);
        }
        assertThat(next(320)).isEqualTo(Next.RETURN_TO_SELECTOR);
    }

    @Test
    void theOnlyWorkerNeverStays() {
        assertThat(next(1)).isEqualTo(Next.RETURN_TO_SELECTOR);
    }

    @Test
    void staysInVainBecomeRareUntilOneSucceeds() {
        assertThat(stays(4, false)).isEqualTo(4);
        assertThat(stays(6_400, false)).isEqualTo(100);
        assertThat(stays(64, true)).isEqualTo(1);
        assertThat(stays(100, true)).isEqualTo(100);
    }

    private int stays(int times, boolean inTime) {
        int stays = 0;
        for (int i = 0; i < times; i++) {
            if (next(8) == Next.KEEP_WORKER) {
                stays++;
                affinity.stayed(inTime);
            }
        }
        return stays;
    }

    private Next next(int workers) {
        return affinity.next(true, 0, () -> workers);
    }

    private void reject(Runnable task) {
        throw new RejectedExecutionException();
    }
}
