package io.hansa.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.http.NodeState;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StoppedNodeHandlerTest {
    private static final String REQUEST = "GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

    private TestListener listener;

    @BeforeEach
    void listen() {
        listener =
                new TestListener(
                        new StoppedNodeHandler(
                                exchange ->
                                        exchange.setStatusCode(404)
                                                .getResponseSender()
                                                .send("<html>")));
    }

    @AfterEach
    void stop() {
        System.clearProperty(NodeState.PROPERTY);
        listener.close();
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

    private String answer() throws IOException {
        return listener.answer(REQUEST);
    }
}
