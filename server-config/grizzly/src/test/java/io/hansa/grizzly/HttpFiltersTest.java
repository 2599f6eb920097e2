package io.hansa.grizzly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFiltersTest {
    private static final String NEXT = get("/next");

    private HttpListener listener;
    private Socket one;
    private Socket another;

    @BeforeEach
    void listen() throws IOException {
        listener = new HttpListener();
        one = listener.connect();
        another = listener.connect();
    }

    @AfterEach
    void close() throws IOException {
        one.close();
        another.close();
        listener.close();
    }

    @Test
    void pipelinedRequestWaitsBehindAnotherConnection() throws IOException {
        send(one, get("/hold") + get("/second") + get("/third"));
        await().until(() -> listener.held() == 1);
        send(another, get("/other"));
        await().until(() -> listener.waiting() == 1);
        listener.goOn();

        await().untilAsserted(
                        () ->
                                assertThat(listener.done())
                                        .containsExactly("/hold", "/other", "/second", "/third"));
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            row.append(get("/" + i));
        }
        send(one, row + closing("/last"));

        assertThat(received(one)).contains("/249").contains("/last");
        assertThat(listener.done()).hasSize(251).startsWith("/0", "/1", "/2").endsWith("/last");
    }

    @Test
    void requestsOfAClosedConnectionAreDropped() throws IOException {
        send(one, get("/hold") + get("/hold") + get("/a").repeat(100));
        await().until(() -> listener.held() == 1);
        one.setSoLinger(true, 0);
        one.close();
        send(another, get("/other"));
        await().until(() -> listener.waiting() == 1);
        listener.goOn();
        await().until(() -> listener.done().contains("/other"));
        listener.goOn();
        send(another, closing("/end"));

        assertThat(received(another)).contains("/end");
        assertThat(listener.done().stream().filter("/a"::equals).count()).isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunkedx\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n",
                "GET /a HTTP/1.1\nHost: x\r\n\r\n",
                "GET /a\r\n\r\n"
            })
    void malformedRequestIsRefusedAndConnectionClosed(String request) throws IOException {
        send(one, request + NEXT);

        assertThat(received(one)).startsWith("HTTP/1.1 400 ").doesNotContain("/next");
        assertThat(listener.done()).isEmpty();
    }

    @Test
    void malformedRequestIsSeenWhereverItIsCut() throws IOException {
        String request = get("/first") + "GET /a HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n" + NEXT;
        for (int cut = 1; cut < request.length(); cut += 7) {
            try (Socket caller = listener.connect()) {
                send(caller, request.substring(0, cut));
                send(caller, request.substring(cut));

                assertThat(received(caller))
                        .as("cut at %d", cut)
                        .contains("/first")
                        .contains("HTTP/1.1 400 ")
                        .contains("\"code\":\"request-invalid\"");
            }
        }
        assertThat(listener.done()).containsOnly("/first");
    }

    @Test
    void withoutRequeueingPipeliningIsLimited() throws IOException {
        listenWithoutRequeueing();
        try (Socket caller = listener.connect()) {
            send(caller, get("/a").repeat(250));

            String answers = received(caller);
            assertThat(answers.split("HTTP/1\\.1 200 ", -1)).hasSize(17);
            assertThat(answers.substring(answers.lastIndexOf("HTTP/1.1")))
                    .contains("Connection: close");
        }
        assertThat(listener.done()).hasSize(16);
    }

    @Test
    void withoutRequeueingSeparateRequestsAreNotLimited() throws IOException {
        listenWithoutRequeueing();
        try (Socket caller = listener.connect()) {
            for (int i = 1; i <= 40; i++) {
                int answered = i;
                send(caller, get("/a"));
                await().until(() -> listener.done().size() == answered);
                caller.getInputStream().skipNBytes(1);
            }
            send(caller, closing("/last"));
            assertThat(received(caller)).contains("/last");
        }
    }

    private void listenWithoutRequeueing() throws IOException {
        listener.close();
        System.setProperty("hansa.http.requeue", "false");
        try {
            listener = new HttpListener();
        } finally {
            System.clearProperty("hansa.http.requeue");
        }
    }

    @Test
    void bodyIsAskedForOnlyWhenWanted() throws IOException {
        send(one, expecting("/refused", "100-continue"));
        assertThat(one.getInputStream().readNBytes(13))
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo("HTTP/1.1 200 ");

        send(another, expecting("/wanted", "100-continue"));
        String asked = "HTTP/1.1 100 Continue\r\n\r\n";
        assertThat(another.getInputStream().readNBytes(asked.length()))
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo(asked);
        send(another, "ab");
        assertThat(received(another)).startsWith("HTTP/1.1 200 ").contains("/wanted");
    }

    @Test
    void unknownExpectationFailsAndConnectionIsClosed() throws IOException {
        send(one, expecting("/a", "miracles") + "ab" + NEXT);

        assertThat(received(one))
                .startsWith("HTTP/1.1 417 ")
                .contains("\"code\":\"expectation-failed\"")
                .doesNotContain("/next");
        assertThat(listener.done()).isEmpty();
    }

    @Test
    void connectionOfUnreadBodyIsClosed() throws IOException {
        for (String body : new String[] {"Content-Length: 9", "Transfer-Encoding: chunked"}) {
            try (Socket caller = listener.connect()) {
                send(caller, "POST /refused HTTP/1.1\r\nHost: x\r\n" + body + "\r\n\r\n");

                assertThat(received(caller)).as(body).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void connectionIsKeptWhenRefusedBodyComes() throws IOException {
        send(one, "POST /refused HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n");
        await().until(() -> listener.done().contains("/refused"));
        send(one, "ab");
        send(another, "POST /refused HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n");

        assertThat(received(another)).as("closed by now").contains("/refused");
        send(one, closing("/next"));
        assertThat(received(one)).contains("/next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n",
                "Upgrade: anything/2\r\n",
                "Upgrade: websocket\r\n"
            })
    void bodyOfAnOfferToUpgradeIsRead(String offer) throws IOException {
        String body = "x".repeat(9000);
        send(one, "POST /a HTTP/1.1\r\nHost: x\r\n" + offer + "Content-Length: 9000\r\n\r\n");
        send(one, body.substring(0, 4000));
        send(one, body.substring(4000) + closing("/next"));
        assertThat(received(one)).contains("/a").contains("/next");

        send(another, "POST /b HTTP/1.1\r\nHost: x\r\n" + offer);
        send(another, "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n");
        send(another, "0\r\n\r\n" + closing("/next"));
        assertThat(received(another)).contains("/b").contains("/next");
    }

    @Test
    void offerOfHttp2KeepsTheConnection() throws IOException {
        String offer = "Host: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
        send(one, "GET /a HTTP/1.1\r\n" + offer);
        await().until(() -> listener.done().contains("/a"));
        send(one, closing("/next"));

        assertThat(received(one)).contains("/a").contains("/next");
    }

    @Test
    void webSocketHandshakeStaysAnUpgrade() throws IOException {
        send(one, "GET /upgrade HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n");

        assertThat(received(one)).contains("/upgrade:websocket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: close, Upgrade",
                "Connection: Foo,Close",
                "Connection: Foo\r\nConnection: close"
            })
    void closeIsKnownBesideOtherOptions(String options) throws IOException {
        send(one, "GET /a HTTP/1.1\r\nHost: x\r\n" + options + "\r\n\r\n");

        assertThat(received(one)).contains("/a").contains("Connection: close");
    }

    private static String expecting(String path, String expectation) {
        return "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: %s\r\nContent-Length: 2\r\n\r\n"
                .formatted(path, expectation);
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n";
    }

    private static String closing(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String received(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
