package io.hansa.proxy.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.configuration.DrainTimes;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.PressureLimits;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sun.misc.Signal;
import sun.misc.SignalHandler;

class TerminationSignalsTest {
    private static final Signal TERM = new Signal("TERM");

    private final NodeAdmission node =
            new NodeAdmission(
                    new Limits(1000, 10, 0.5, 8, 900), new PressureLimits(60, 80, 25, 2.0));
    private final CompletableFuture<Signal> container = new CompletableFuture<>();
    private final SignalHandler ofTheContainer = container::complete;
    private SignalHandler ofTheTests;
    private TerminationSignals signals;

    @BeforeEach
    void watch() {
        ofTheTests = Signal.handle(TERM, ofTheContainer);
        signals =
                new TerminationSignals(
                        new Drain(
                                node,
                                new BodyMemoryBudget(new CallerLimits(1000, 4, 10, 1000)),
                                new DrainTimes(Duration.ZERO, Duration.ofMinutes(5))));
        signals.watch();
    }

    @AfterEach
    void forget() {
        signals.close();
        Signal.handle(TERM, ofTheTests);
        System.clearProperty(ListenerState.PROPERTY);
    }

    @Test
    void containerGetsTheSignalAfterTheLastRequest() {
        node.enter(Priority.NORMAL);
        Signal.raise(TERM);
        await().until(node::draining);

        assertThat(container).isNotDone();
        node.leave();

        await().untilAsserted(() -> assertThat(container).isCompletedWithValue(TERM));
    }

    @Test
    void closingPutsTheFormerHandlerBack() {
        signals.close();

        SignalHandler found = Signal.handle(TERM, ofTheContainer);

        assertThat(found).isSameAs(ofTheContainer);
    }

    @Test
    void closingLeavesALaterHandlerInPlace() {
        SignalHandler later = signal -> {};
        Signal.handle(TERM, later);
        signals.close();

        assertThat(Signal.handle(TERM, ofTheContainer)).isSameAs(later);
    }
}
