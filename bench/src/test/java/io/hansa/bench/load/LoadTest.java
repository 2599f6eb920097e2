package io.hansa.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    LoadTest() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void countsRepliesThatBringTheBodyBack() throws IOException {
        answer(200);

        Tally tally = load();

        assertThat(tally.good()).as(tally.line()).isPositive();
        assertThat(tally.bad()).isZero();
    }

    @Test
    void countsRefusalsAsBadAndNamesTheFirst() throws IOException {
        answer(503);

        Tally tally = load();

        assertThat(tally.good()).isZero();
        assertThat(tally.bad()).isPositive();
        assertThat(tally.line()).contains("status 503");
    }

    private void answer(int status) {
        server.createContext(
                "/echo",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private Tally load() throws IOException {
        return new Load(Order.parse(server.getAddress().getPort() + " /echo 2 300 2000 -")).run();
    }
}
