package io.hansa.grizzly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.http.NodeState;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a listener answers while its application is not there. */
@Timeout(30)
class NodeStateFilterTest {
    private static final String PASS = "hansa.node.start-pass";

    private HttpListener listener;

    @BeforeEach
    void listen() throws IOException {
        listener = new HttpListener();
    }

    @AfterEach
    void close() throws IOException {
        System.clearProperty(NodeState.PROPERTY);
        System.clearProperty(PASS);
        listener.close();
    }

    @Test
    void startingNodeRefusesWithRetryAfterAndCloses() throws IOException {
        System.setProperty(NodeState.PROPERTY, "starting");

        assertThat(answer("GET /a HTTP/1.1\r\nHost: h\r\n\r\n"))
                .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                .contains("Retry-After: 1\r\n", "Connection: close\r\n")
                .contains("application/problem+json", "\"code\":\"starting\"");
        assertThat(listener.done()).isEmpty();
    }

    @Test
    void startingNodeAnswersItself() throws IOException {
        System.setProperty(NodeState.PROPERTY, "starting");
        System.setProperty(PASS, "of this start");

        assertThat(
                        answer(
                                "GET /own HTTP/1.1\r\nHost: h\r\nConnection: close\r\nHansa-Start: of this start\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(answer("GET /other HTTP/1.1\r\nHost: h\r\nHansa-Start: made up\r\n\r\n"))
                .startsWith("HTTP/1.1 503 ");
    }

    @Test
    void drainingNodeAnswersAndCloses() throws IOException {
        System.setProperty(NodeState.PROPERTY, "draining");

        assertThat(answer("GET /a HTTP/1.1\r\nHost: h\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("Connection: close\r\n")
                .endsWith("/a");
    }

    @Test
    void stoppedNodeRefusesWhatComesOnAnOldConnection() throws IOException {
        try (Socket kept = listener.connect()) {
            send(kept, "GET /first HTTP/1.1\r\nHost: h\r\n\r\n");
            byte[] first = new byte["HTTP/1.1 200".length()];
            assertThat(kept.getInputStream().readNBytes(first, 0, first.length))
                    .isEqualTo(first.length);
            System.setProperty(NodeState.PROPERTY, "stopped");
            send(kept, "GET /second HTTP/1.1\r\nHost: h\r\n\r\n");

            assertThat(received(kept)).contains("HTTP/1.1 503 ", "\"code\":\"draining\"");
        }
        assertThat(listener.done()).containsExactly("/first");
    }

    @Test
    void bodyOfARequestInFlightIsTakenAfterTheStop() throws IOException {
        try (Socket caller = listener.connect()) {
            send(
                    caller,
                    "POST /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 8\r\n\r\nhalf");
            await().until(() -> listener.heads() == 1);
            System.setProperty(NodeState.PROPERTY, "stopped");
            send(caller, "half");

            assertThat(received(caller)).startsWith("HTTP/1.1 200 ");
        }
    }

    /** All that comes until the listener closes the connection. */
    private String answer(String request) throws IOException {
        try (Socket socket = listener.connect()) {
            send(socket, request);
            return received(socket);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String received(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
