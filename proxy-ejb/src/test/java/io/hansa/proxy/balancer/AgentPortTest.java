package io.hansa.proxy.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.configuration.AgentListener;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.PressureLimits;
import io.hansa.proxy.protection.NodeAdmission;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AgentPortTest {
    private final NodeAdmission node =
            new NodeAdmission(
                    new Limits(1000, 10, 0.5, 8, 900), new PressureLimits(60, 80, 25, 2.0));
    private final Weight weight = new Weight(node);

    @Test
    void idleNodeHasItsWholeWeight() {
        assertThat(weight.line()).isEqualTo("up ready 100%\n");
    }

    @Test
    void loadedNodeHasWhatIsLeftToTheThreshold() {
        node.enter(Priority.CORE);
        node.enter(Priority.CORE);

        assertThat(weight.line()).isEqualTo("up ready 60%\n");
    }

    @Test
    void fullNodeKeepsAHundredth() {
        for (int i = 0; i < 5; i++) {
            node.enter(Priority.CORE);
        }

        assertThat(weight.line()).isEqualTo("up ready 1%\n");
    }

    @Test
    void drainingNodeSaysSo() {
        node.announceEnd();

        assertThat(weight.line()).isEqualTo("drain\n");
    }

    @Test
    void eachConnectionGetsOneLine() throws IOException {
        try (AgentPort port =
                AgentPort.open(new AgentListener("127.0.0.1", 0), weight::line, Thread::new)) {
            assertThat(asked(port)).isEqualTo("up ready 100%\n");
            node.announceEnd();
            assertThat(asked(port)).isEqualTo("drain\n");
        }
    }

    @Test
    void closedPortTakesNoConnection() throws IOException {
        AgentPort port =
                AgentPort.open(new AgentListener("127.0.0.1", 0), weight::line, Thread::new);
        port.close();

        assertThatThrownBy(() -> asked(port)).isInstanceOf(ConnectException.class);
    }

    private static String asked(AgentPort port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port.port())) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
