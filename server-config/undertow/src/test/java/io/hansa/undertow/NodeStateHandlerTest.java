package io.hansa.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.http.NodeState;
import io.undertow.Handlers;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NodeStateHandlerTest {
    private static final String REQUEST = "GET /a HTTP/1.1\r\nHost: h\r\n%s\r\n";

    private TestListener listener;

    @BeforeEach
    void listen() {
        listener =
                new TestListener(
                        Handlers.header(
                                new NodeStateHandler(
                                        exchange -> exchange.getResponseSender().send("/a")),
                                "Retry-After",
                                "1"));
    }

    @AfterEach
    void stop() {
        System.clearProperty(NodeState.PROPERTY);
        System.clearProperty("hansa.node.start-pass");
        listener.close();
    }

    @Test
    void replyOfTheApplicationHasNoRetryAfter() throws IOException {
        System.setProperty(NodeState.PROPERTY, "draining");

        assertThat(answer()).startsWith("HTTP/1.1 200 ").doesNotContain("Retry-After");
    }

    @Test
    void startingNodePassesItsOwnRequestsOnly() throws IOException {
        System.setProperty(NodeState.PROPERTY, "starting");
        System.setProperty("hansa.node.start-pass", "its-own");

        assertThat(answer()).startsWith("HTTP/1.1 503 ").contains("\"code\":\"starting\"");
        assertThat(answer("Hansa-Start: its-own\r\nConnection: close\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void drainingNodeAnswersAndCloses() throws IOException {
        System.setProperty(NodeState.PROPERTY, "draining");

        assertThat(answer())
                .startsWith("HTTP/1.1 200 ")
                .contains("Connection: close\r\n")
                .endsWith("/a");
    }

    @Test
    void stoppedNodeRefusesWithAProblemDocument() throws IOException {
        System.setProperty(NodeState.PROPERTY, "stopped");

        assertThat(answer())
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 1\r\n", "application/problem+json")
                .contains("\"code\":\"draining\"");
    }

    private String answer() throws IOException {
        return answer("");
    }

    private String answer(String headers) throws IOException {
        return listener.answer(REQUEST.formatted(headers));
    }
}
