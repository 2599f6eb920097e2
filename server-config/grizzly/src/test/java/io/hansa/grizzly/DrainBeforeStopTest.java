package io.hansa.grizzly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.http.NodeState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.api.event.EventListener.Event;
import org.glassfish.api.event.EventTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DrainBeforeStopTest {
    private final AtomicInteger signals = new AtomicInteger();
    private final DrainBeforeStop listener =
            new DrainBeforeStop(signals::incrementAndGet, NodeState::isTold);

    @AfterEach
    void forget() {
        System.clearProperty(NodeState.PROPERTY);
    }

    @Test
    void payaraWaitsUntilTheNodeHasDrained() throws Exception {
        System.setProperty(NodeState.PROPERTY, "serving");

        CompletableFuture<Void> told =
                CompletableFuture.runAsync(
                        () -> listener.event(new Event<>(EventTypes.PREPARE_SHUTDOWN)));

        await().untilAsserted(() -> assertThat(signals).hasValue(1));
        System.setProperty(NodeState.PROPERTY, "draining");
        assertThat(told).isNotDone();
        System.setProperty(NodeState.PROPERTY, "stopped");
        told.get(10, TimeUnit.SECONDS);
        assertThat(signals).hasValue(1);
    }

    @Test
    void nodeThatHasDrainedIsNotSignalled() {
        System.setProperty(NodeState.PROPERTY, "stopped");

        listener.event(new Event<>(EventTypes.PREPARE_SHUTDOWN));

        assertThat(signals).hasValue(0);
    }

    @Test
    void serverWithoutAnApplicationIsNotSignalled() {
        listener.event(new Event<>(EventTypes.PREPARE_SHUTDOWN));

        assertThat(signals).hasValue(0);
    }

    @Test
    void otherEventsChangeNothing() {
        System.setProperty(NodeState.PROPERTY, "serving");

        listener.event(new Event<>(EventTypes.SERVER_READY));

        assertThat(signals).hasValue(0);
    }
}
