package io.hansa.proxy.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormerServersTest {
    private final BusinessServer one = ServerSamples.framed("trade-1", "trade.settle");
    private final BusinessServer two = ServerSamples.framed("trade-2", "trade.settle");
    private final ConnectionsOnly exchanges = new ConnectionsOnly();
    private final FormerServers former = new FormerServers(exchanges, Runnable::run);

    @Test
    void removedServerIsForgottenOnce() {
        former.replace(List.of(List.of(one, two), List.of(one)));
        former.replace(List.of(List.of(two)));
        former.replace(List.of(List.of(two)));

        assertThat(exchanges.forgotten).containsExactly("trade-1");
    }

    @Test
    void serverThatIsReachedOtherwiseIsForgotten() {
        former.replace(List.of(List.of(one, two)));
        former.replace(List.of(List.of(ServerSamples.http("trade-1", "trade.settle"), two)));

        assertThat(exchanges.forgotten).containsExactly("trade-1");
    }

    @Test
    void serverThatStaysIsNotForgotten() {
        former.replace(List.of(List.of(one)));
        former.replace(List.of(List.of(ServerSamples.framed("trade-1", "trade.settle"), two)));

        assertThat(exchanges.forgotten).isEmpty();
    }
}
