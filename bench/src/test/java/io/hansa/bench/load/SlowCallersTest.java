package io.hansa.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SlowCallersTest {
    @Test
    void slowCallersSendSingleBytesUntilAnswered() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                SlowCallers callers =
                        SlowCallers.come(
                                Order.parse(server.getLocalPort() + " /slow 2 1000 20 -"))) {
            Thread dripping = new Thread(callers);
            dripping.start();
            try (Socket patient = server.accept();
                    Socket refusing = server.accept()) {
                drips(patient, 3);
                refusing.getOutputStream()
                        .write("HTTP/1.1 503 no\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                drips(patient, 3);
            }
            dripping.interrupt();
            dripping.join();
            assertThat(callers.line()).contains("\"callers\":2", "HTTP/1.1 503 no");
        }
    }

    /** Returns when so many have come after the head. */
    private static void drips(Socket socket, int many) throws IOException {
        for (int dots = 0; dots < many; ) {
            dots += socket.getInputStream().read() == '.' ? 1 : 0;
        }
    }
}
