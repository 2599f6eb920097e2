package io.hansa.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.http.NodeState;
import io.undertow.Undertow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StoppedNodeHandlerTest {
    private static final String REQUEST = "GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

    private Undertow server;

    @BeforeEach
    void listen() {
        server =
                Undertow.builder()
                        .addHttpListener(0, "127.0.0.1")
                        .setHandler(
                                new StoppedNodeHandler(
                                        exchange ->
                                                exchange.setStatusCode(404)
                                                        .getResponseSender()
                                                        .send("<html>")))
                        .build();
        server.start();
    }

    @AfterEach
    void stop() {
        System.clearProperty(NodeState.PROPERTY);
        server.stop();
    }

    @Test
    void servingNodePassesRequestsOn() throws IOException {
        assertThat(answer()).startsWith("HTTP/1.1 404 ").endsWith("<html>");
    }

    @Test
    void stoppedNodeShowsNoPageOfTheServer() throws IOException {
        System.setProperty(NodeState.PROPERTY, "stopped");

        assertThat(answer())
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 1\r\n", "application/problem+json")
                .contains("\"code\":\"draining\"");
    }

    @Test
    void startingNodeShowsNoPageOfTheServer() throws IOException {
        System.setProperty(NodeState.PROPERTY, "starting");

        assertThat(answer())
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 1\r\n", "\"code\":\"starting\"");
    }

    /** All that comes until the listener closes the connection. */
    private String answer() throws IOException {
        InetSocketAddress bound = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        try (Socket socket = new Socket("127.0.0.1", bound.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
