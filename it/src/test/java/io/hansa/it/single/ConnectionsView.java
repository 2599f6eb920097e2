package io.hansa.it.single;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.LegacySystem;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Problem;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What callers get where connections to business servers end, break off or fall silent. */
interface ConnectionsView extends SeenProxy {
    String HTTP = "\"assist\":[]";
    String LINES = "\"framing\":{\"type\":\"delimiter\",\"hex\":\"0A\"},\"assist\":[]";
    String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok";

    @Test
    default void replyWithoutProvenEndIsNoReply() throws Exception {
        for (String cut :
                List.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok")) {
            try (LegacySystem server =
                            new LegacySystem(
                                    HTTP, "http", c -> c, (in, out) -> send(in, out, cut));
                    Offer offer = offer("single.cut", server)) {
                ask(offer).problem(502, "server-protocol-error").withUnknownEffect();
            }
        }
    }

    @Test
    default void serverClosingIdleConnectionsFailsNoRepeatableRequest() throws Exception {
        try (LegacySystem server = new LegacySystem(HTTP, "http", c -> c, ConnectionsView::once);
                Offer offer = offer("single.idle", server)) {
            repeatable(offer);
            for (int turn = 0; turn < 50; turn++) {
                assertThat(ask(offer).ok().text()).isEqualTo("ok");
            }
            assertThat(server.requests()).as("connections").isEqualTo(50);
        }
    }

    @Test
    default void removedServerHasNoConnectionSoonAfter() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        LegacySystem.Conversation echo =
                (in, out) -> {
                    in.transferTo(out);
                    ended.countDown();
                };
        try (LegacySystem server = new LegacySystem(LINES, echo);
                Offer offer = offer("single.removed", server)) {
            ask(offer).ok();

            proxy().administration().delete("/servers/" + server.id()).status(204);

            assertThat(ended.await(5, TimeUnit.SECONDS)).as("the connection is closed").isTrue();
        }
    }

    @Test
    default void onceRequestOnClosedConnectionIsUnknown() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        try (LegacySystem server =
                        new LegacySystem(
                                HTTP,
                                "http",
                                c -> c,
                                (in, out) -> {
                                    once(in, out);
                                    heard.incrementAndGet();
                                });
                Offer offer = offer("single.once", server)) {
            ask(offer).ok();

            ask(offer).problem(502, "server-unreachable").withUnknownEffect();

            assertThat(heard).hasValue(1);
            assertThat(server.requests()).as("connections").isEqualTo(1);
        }
    }

    @Test
    default void aTimeoutTellsHowMuchHadCome() throws Exception {
        try (LegacySystem server =
                        new LegacySystem(
                                LINES,
                                (in, out) -> {
                                    out.write("abc".getBytes(ISO_8859_1));
                                    in.readAllBytes();
                                });
                Offer offer = offer("single.silent", server)) {
            Problem problem =
                    proxy().call(offer.capability())
                            .as(admin())
                            .text("x")
                            .withinMillis(500)
                            .send()
                            .problem(504, "deadline-exceeded")
                            .withUnknownEffect();

            assertThat(problem.detail()).contains("3 bytes").doesNotContain("61 62 63");
            assertThat(trace(problem)).contains("61 62 63");
        }
    }

    @Test
    default void serverHasItsOwnIdleTime() throws Exception {
        try (LegacySystem server =
                        new LegacySystem(
                                LINES + ",\"idleMillis\":1000", (in, out) -> in.transferTo(out));
                Offer offer = offer("single.idleMillis", server)) {
            String path = "/servers/" + server.id();
            assertThat(proxy().administration().get(path).ok().json().getInt("idleMillis"))
                    .isEqualTo(1000);
            proxy().administration()
                    .put(path, server.entry(offer.capability()).add("idleMillis", 0).build())
                    .problem(400, "request-invalid");
        }
    }

    private Offer offer(String capability, LegacySystem server) throws IOException {
        Offer offer = proxy().offerToNobody(capability, server);
        offer.permit("account:admin");
        return offer;
    }

    private void repeatable(Offer offer) throws IOException {
        proxy().administration()
                .put(
                        "/capabilities/" + offer.capability(),
                        Json.createObjectBuilder()
                                .add("replay", "IDEMPOTENT")
                                .add("timeoutMillis", 10_000)
                                .build())
                .ok();
    }

    private Reply ask(Offer offer) throws IOException {
        return proxy().call(offer.capability()).as(admin()).text("x").send();
    }

    private String trace(Problem problem) throws IOException {
        return proxy().administration()
                .get("/traces/" + problem.json().getString("traceId"))
                .ok()
                .text();
    }

    /** Answers one request, and closes without a word when the next one arrives. */
    private static void once(DataInputStream in, OutputStream out) throws IOException {
        send(in, out, OK);
        in.read();
    }

    private static void send(DataInputStream in, OutputStream out, String reply)
            throws IOException {
        request(in);
        out.write(reply.getBytes(ISO_8859_1));
    }

    /** The head of a request whose body is one byte. */
    private static String request(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("It asked nothing more.");
            }
            head.append((char) next);
        }
        in.readFully(new byte[1]);
        return head.toString();
    }
}
