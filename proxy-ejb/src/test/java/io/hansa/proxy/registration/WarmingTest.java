package io.hansa.proxy.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmingTest {
    private final BusinessServer one = ServerSamples.framed("trade-1", "trade.settle");
    private final BusinessServer two = ServerSamples.framed("trade-2", "trade.settle");
    private final ConnectionsOnly exchanges = new ConnectionsOnly();
    private final Warming warming = new Warming(exchanges, Runnable::run);

    @Test
    void everyServerGetsOneConnection() {
        warming.start(List.of(List.of(one, two), List.of(one)));

        assertThat(exchanges.opened).containsExactly(one.target(), two.target());
    }

    @Test
    void unreachableServerDelaysNoOther() {
        exchanges.away(one.target());

        warming.start(List.of(List.of(one, two)));

        assertThat(exchanges.opened).containsExactly(two.target());
    }

    @Test
    void laterServerConnectsForItsFirstCaller() {
        warming.start(List.of());
        warming.start(List.of(List.of(one)));

        assertThat(exchanges.opened).isEmpty();
    }
}
