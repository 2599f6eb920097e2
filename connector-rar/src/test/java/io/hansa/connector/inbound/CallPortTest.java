package io.hansa.connector.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hansa.connector.Close;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Framing;
import io.hansa.connector.ListenerLimits;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.ServerCall;
import io.hansa.connector.ServerCallListener;
import io.hansa.connector.pool.Alarms;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallPortTest {

    private static final Framing LINES = new Delimiter("\n".getBytes(UTF_8));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Alarms alarms = new Alarms();
    private final List<ServerCall> calls = new CopyOnWriteArrayList<>();
    private CallPort port;

    @AfterEach
    void stop() {
        port.close();
        threads.shutdownNow();
        alarms.close();
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        open(LINES, null, 10_000, this::shout);
        try (Socket socket = connect()) {
            send(socket, "one\ntwo\nthr");
            assertThat(receive(socket, 10)).isEqualTo("one!\ntwo!\n");
            send(socket, "ee\n");
            assertThat(receive(socket, 7)).isEqualTo("three!\n");
        }
        assertThat(calls).extracting(ServerCall::listener).containsOnly("tills");
    }

    @Test
    void textIsTranscoded() throws Exception {
        Charset ebcdic = Charset.forName("IBM1047");
        open(new Close(), ebcdic, 10_000, this::shout);
        try (Socket socket = connect()) {
            socket.getOutputStream().write("Gr\u00fc\u00dfe".getBytes(ebcdic));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), ebcdic))
                    .isEqualTo("Gr\u00fc\u00dfe!");
        }
        assertThat(new String(calls.get(0).payload(), UTF_8)).isEqualTo("Gr\u00fc\u00dfe");
    }

    @Test
    void unfinishedRequestClosesItsConnection() throws Exception {
        open(LINES, null, 300, this::shout);
        try (Socket socket = connect()) {
            send(socket, "half");
            assertThat(socket.getInputStream().read()).isNegative();
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void requestOverTheLimitEndsItsConnection() throws Exception {
        open(LINES, null, 10_000, this::shout);
        try (Socket socket = connect()) {
            send(socket, "x".repeat(3000));
            assertThat(endOf(socket)).isTrue();
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void failingListenerEndsItsConnectionOnly() throws Exception {
        open(
                LINES,
                null,
                10_000,
                call -> {
                    if (new String(call.payload(), UTF_8).equals("bad")) {
                        throw new IllegalStateException("on purpose");
                    }
                    return call.payload();
                });
        try (Socket bad = connect();
                Socket good = connect()) {
            send(bad, "bad\n");
            assertThat(endOf(bad)).isTrue();
            send(good, "good\n");
            assertThat(receive(good, 5)).isEqualTo("good\n");
        }
    }

    @Test
    void connectionsAreBounded() throws Exception {
        open(LINES, null, 10_000, this::shout);
        try (Socket first = connect();
                Socket second = connect()) {
            send(first, "1\n");
            send(second, "2\n");
            assertThat(receive(first, 3)).isEqualTo("1!\n");
            assertThat(receive(second, 3)).isEqualTo("2!\n");
            try (Socket third = connect()) {
                assertThat(endOf(third)).isTrue();
            }
        }
        await().until(this::thereIsRoomAgain);
    }

    /**
     * Again and again, since the system gives up a port in its own time while a thread waits at it.
     */
    @Test
    void closedPortAcceptsNoConnection() throws Exception {
        for (int turn = 0; turn < 200; turn++) {
            open(LINES, null, 10_000, this::shout);
            try (Socket socket = connect()) {
                send(socket, "1\n");
                assertThat(receive(socket, 3)).isEqualTo("1!\n");
            }
            int number = port.port();
            port.close();
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), number).close())
                    .as("turn %d", turn)
                    .isInstanceOf(ConnectException.class);
        }
    }

    private boolean thereIsRoomAgain() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "1\n");
            return socket.getInputStream().read() == '1';
        }
    }

    private byte[] shout(ServerCall call) {
        calls.add(call);
        return (new String(call.payload(), UTF_8) + "!").getBytes(UTF_8);
    }

    private void open(Framing framing, Charset charset, int millis, ServerCallListener listener)
            throws IOException {
        port =
                CallPort.open(
                        new ListenerSettings(
                                "tills",
                                "127.0.0.1",
                                0,
                                framing,
                                charset,
                                "text/plain",
                                new ListenerLimits(2, 1, 1000, 10_000, millis)),
                        listener,
                        threads,
                        alarms);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port.port());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static String receive(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), UTF_8);
    }

    private static boolean endOf(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
