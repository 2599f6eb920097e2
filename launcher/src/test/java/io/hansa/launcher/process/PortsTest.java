package io.hansa.launcher.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.workspace.LaunchException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void namesTheTakenPortAndTheRemedy() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(taken.getLocalPort());
        }
    }

    @Test
    void seesAListenerOnEveryInterface() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(0));
            assertRefused(taken.getLocalPort());
        }
    }

    @Test
    void leavesAFreePortFree() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Map<Integer, String> wanted = Map.of(port, "a proxy");
        assertThatCode(() -> Ports.requireFree(LOOPBACK, wanted)).doesNotThrowAnyException();
        assertThatCode(() -> Ports.requireFree(LOOPBACK, wanted)).doesNotThrowAnyException();
    }

    private static void assertRefused(int port) {
        assertThatThrownBy(() -> Ports.requireFree(LOOPBACK, Map.of(port, "the proxy shop-a")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("Port " + port)
                .hasMessageContaining("the proxy shop-a")
                .hasMessageContaining("end the program");
    }
}
