package io.hansa.demo.shop.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameServerTest {

    private static final Frames SINGLE_BYTES =
            new Frames() {
                @Override
                public Optional<byte[]> read(InputStream in) throws IOException {
                    int next = in.read();
                    if (next == 0xFF) {
                        throw new BadFrameException("0xFF is no frame");
                    }
                    return next < 0 ? Optional.empty() : Optional.of(new byte[] {(byte) next});
                }

                @Override
                public void write(OutputStream out, byte[] message) throws IOException {
                    out.write(message);
                }
            };

    private final FrameServer server;

    FrameServerTest() throws IOException {
        server = FrameServer.open(0, SINGLE_BYTES, request -> request);
    }

    @Test
    void answersManyRequestsOnOneConnection() throws IOException {
        try (server;
                Caller caller = new Caller(server.port())) {
            assertThat(caller.send((byte) 1).receive(1)).containsExactly(1);
            assertThat(caller.send((byte) 2, (byte) 3).receive(2)).containsExactly(2, 3);
        }
    }

    @Test
    void closesConnectionWithGarbageAndServesTheNext() throws IOException {
        try (server;
                Caller bad = new Caller(server.port());
                Caller good = new Caller(server.port())) {
            assertThat(bad.send((byte) 0xFF).receiveToEnd()).isEmpty();
            assertThat(good.send((byte) 7).receive(1)).containsExactly(7);
        }
    }

    @Test
    void closesTheConnectionThatIsOneTooMany() throws IOException {
        List<Caller> callers = new ArrayList<>();
        try (server) {
            for (int i = 0; i < FrameServer.MAX_CONNECTIONS; i++) {
                Caller caller = new Caller(server.port());
                callers.add(caller);
                assertThat(caller.send((byte) i).receive(1)).containsExactly(i);
            }
            try (Caller late = new Caller(server.port())) {
                assertThat(late.receiveToEnd()).isEmpty();
            }
        } finally {
            for (Caller caller : callers) {
                caller.close();
            }
        }
    }

    @Test
    void closingEndsThePortAndItsConnections() throws IOException {
        try (Caller caller = new Caller(server.port())) {
            caller.send((byte) 1).receive(1);
            server.close();
            assertThat(caller.receiveToEnd()).isEmpty();
        }
        assertThatIOException()
                .isThrownBy(() -> new Caller(server.port()))
                .isInstanceOf(ConnectException.class);
    }
}
