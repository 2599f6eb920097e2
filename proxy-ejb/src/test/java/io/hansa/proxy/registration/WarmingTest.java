package io.hansa.proxy.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmingTest {
    private final BusinessServer one = ServerSamples.framed("trade-1", "trade.settle");
    private final BusinessServer two = ServerSamples.framed("trade-2", "trade.settle");
    private final Opened opened = new Opened();
    private final Warming warming = new Warming(opened, Runnable::run);

    @Test
    void everyServerGetsOneConnection() {
        warming.start(List.of(List.of(one, two), List.of(one)));

        assertThat(opened.targets).containsExactly(one.target(), two.target());
    }

    @Test
    void unreachableServerDelaysNoOther() {
        opened.away = one.target();

        warming.start(List.of(List.of(one, two)));

        assertThat(opened.targets).containsExactly(two.target());
    }

    @Test
    void laterServerConnectsForItsFirstCaller() {
        warming.start(List.of());
        warming.start(List.of(List.of(one)));

        assertThat(opened.targets).isEmpty();
    }

    private static final class Opened implements Exchanges {
        private final List<ServerTarget> targets = new ArrayList<>();
        private ServerTarget away;

        @Override
        public PendingReply<ServerReply, ExchangeException> begin(
                ServerTarget target, ServerRequest request) {
            throw new AssertionError("nobody asked for an exchange");
        }

        @Override
        public void warm(ServerTarget target, long deadlineNanos) throws ExchangeException {
            if (target == away) {
                throw new ExchangeException(Kind.UNREACHABLE, false, "away");
            }
            targets.add(target);
        }
    }
}
