package io.hansa.proxy.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.configuration.DrainTimes;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.PressureLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DrainTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final NodeAdmission node =
            new NodeAdmission(
                    new Limits(1000, 10, 0.5, 8, 900), new PressureLimits(60, 80, 25, 2.0));
    private final BodyMemoryBudget callers =
            new BodyMemoryBudget(new CallerLimits(1000, 4, 10, 1000));

    @AfterEach
    void forget() {
        System.clearProperty(ListenerState.PROPERTY);
    }

    @Test
    void nodeServesDuringTheDelayAndIsNotReady() {
        CompletableFuture<Boolean> end = drain(LONG, LONG);
        await().until(ListenerState.DRAINING::isTold);

        assertThat(node.accepting()).isFalse();
        assertThat(node.draining()).isTrue();
        assertThatCode(() -> node.enter(Priority.NORMAL)).doesNotThrowAnyException();
        assertThat(end).isNotDone();
    }

    @Test
    void nodeRefusesNewWorkAndFinishesItsRequests() {
        node.enter(Priority.NORMAL);
        CompletableFuture<Boolean> end = drain(Duration.ZERO, LONG);
        await().untilAsserted(
                        () ->
                                assertThatThrownBy(() -> node.enter(Priority.CORE))
                                        .isInstanceOf(Failure.class)
                                        .hasMessageContaining("stopping"));

        assertThat(end).isNotDone();
        assertThat(ListenerState.STOPPED.isTold()).isFalse();
        node.leave();

        assertThat(end.join()).isTrue();
        assertThat(ListenerState.STOPPED.isTold()).isTrue();
    }

    @Test
    void replyThatIsBeingTakenIsWaitedFor() {
        BodyMemoryBudget.Lease reply = callers.reply(100);
        CompletableFuture<Boolean> end = drain(Duration.ZERO, LONG);
        CompletableFuture<Boolean> other = drain(Duration.ZERO, Duration.ZERO, callersOf());

        assertThat(other.join()).isTrue();
        assertThat(end).isNotDone();
        reply.close();

        assertThat(end.join()).isTrue();
    }

    @Test
    void hangingRequestEndsTheDrainAtItsTimeout() {
        node.enter(Priority.NORMAL);

        assertThat(drain(Duration.ZERO, Duration.ofMillis(50)).join()).isTrue();
        assertThat(node.inFlight()).isEqualTo(1);
        assertThat(ListenerState.STOPPED.isTold()).isTrue();
    }

    @Test
    void admittedRequestEntersAgainWhileTheNodeDrains() {
        node.enter(Priority.NORMAL);
        node.leave();
        node.drain();

        assertThatCode(() -> node.reenter(Priority.NORMAL)).doesNotThrowAnyException();
    }

    @Test
    void resumedNodeTakesRequestsAndDrainsAgain() throws InterruptedException {
        Drain drain = new Drain(node, callers, new DrainTimes(LONG, LONG));
        CompletableFuture<Boolean> end = run(drain);
        await().until(ListenerState.DRAINING::isTold);

        drain.resume();

        assertThat(end.join()).isFalse();
        assertThat(ListenerState.SERVING.isTold()).isTrue();
        assertThat(node.accepting()).isTrue();
        run(drain);
        await().until(ListenerState.DRAINING::isTold);
        assertThat(node.accepting()).isFalse();
    }

    @Test
    void abandonedDrainTellsTheListenersNothing() throws InterruptedException {
        Drain drain = new Drain(node, callers, new DrainTimes(LONG, LONG));
        CompletableFuture<Boolean> end = run(drain);
        await().until(ListenerState.DRAINING::isTold);

        drain.abandon();

        assertThat(end.join()).isFalse();
        assertThat(ListenerState.STOPPED.isTold()).isFalse();
    }

    @Test
    void secondDrainWaitsForTheFirst() throws InterruptedException {
        Drain drain = new Drain(node, callers, new DrainTimes(Duration.ZERO, LONG));
        node.enter(Priority.NORMAL);
        CompletableFuture<Boolean> first = run(drain);
        CompletableFuture<Boolean> second = run(drain);

        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        node.leave();

        assertThat(first.join()).isTrue();
        assertThat(second.join()).isTrue();
    }

    private CompletableFuture<Boolean> drain(Duration delay, Duration timeout) {
        return drain(delay, timeout, callers);
    }

    private CompletableFuture<Boolean> drain(
            Duration delay, Duration timeout, BodyMemoryBudget waited) {
        try {
            return run(new Drain(node, waited, new DrainTimes(delay, timeout)));
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static BodyMemoryBudget callersOf() {
        return new BodyMemoryBudget(new CallerLimits(1000, 4, 10, 1000));
    }

    /** Returns when the drain has begun. */
    private static CompletableFuture<Boolean> run(Drain drain) throws InterruptedException {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread =
                new Thread(
                        () -> {
                            begun.countDown();
                            try {
                                end.complete(drain.run());
                            } catch (InterruptedException | RuntimeException failed) {
                                end.completeExceptionally(failed);
                            }
                        });
        thread.setDaemon(true);
        thread.start();
        begun.await();
        return end;
    }
}
