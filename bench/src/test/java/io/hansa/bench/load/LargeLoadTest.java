package io.hansa.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LargeLoadTest {
    private static final String NO_ROOM = "{\"code\":\"overloaded\",\"effect\":\"NONE\"}";

    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    LargeLoadTest() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theVeryBodyIsGood() throws Exception {
        answer(200, null);
        assertThat(load()).contains("\"refused\":0", "\"bad\":0").doesNotContain("\"good\":0");
    }

    @Test
    void noRoomIsARefusalThatIsDue() throws Exception {
        answer(503, NO_ROOM);
        assertThat(load()).contains("\"good\":0", "\"bad\":0").doesNotContain("\"refused\":0");
    }

    @Test
    void anotherBodyIsBad() throws Exception {
        answer(200, "another");
        assertThat(load()).contains("\"good\":0", "a body of 7 bytes");
    }

    @Test
    void aFailureOfTheProxyIsBad() throws Exception {
        answer(500, "{\"code\":\"internal-error\",\"effect\":\"UNKNOWN\"}");
        assertThat(load()).contains("\"good\":0", "\"refused\":0", "internal-error");
    }

    /**
     * @param reply null: what was sent
     */
    private void answer(int status, String reply) {
        server.createContext(
                "/large",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    byte[] sent = reply == null ? body : reply.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Retry-After", "1");
                    exchange.sendResponseHeaders(status, sent.length);
                    exchange.getResponseBody().write(sent);
                    exchange.close();
                });
    }

    private String load() throws Exception {
        String order = server.getAddress().getPort() + " /large 2 300000 300 -";
        return new LargeLoad(Order.parse(order)).run();
    }
}
