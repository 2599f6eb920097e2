package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.LegacySystem;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import io.hansa.it.system.SlowCaller;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A request that ends before it is answered leaves nothing behind: no place on the node and at the
 * server, no connection, no memory, no claim of its idempotency key. Its server takes one exchange
 * at a time.
 */
interface AbandonedRequestsView extends SeenProxy {
    String ONE_AT_A_TIME = "\"maxConcurrent\":1,\"loadThreshold\":1,\"assist\":[]";
    String KEY = "abandoned-";
    String LINES = "\"framing\":{\"type\":\"delimiter\",\"hex\":\"0A\"}," + ONE_AT_A_TIME;

    @Test
    default void callerThatLeavesWhileSendingLeavesNothing() throws Exception {
        try (LegacySystem server = lines();
                Offer offer = offer("single.abandoned", server)) {
            try (SlowCaller caller = caller(offer, "sends", 1000, 10_000)) {
                caller.send(new byte[999]);
                awaitMetric("hansa_callers_waiting", 1);
            }

            assertNothingIsHeld(server, "sends");
            assertIsAnswered(offer, "sends");
        }
    }

    @Test
    default void callerThatLeavesBeforeTheReplyLeavesNothing() throws Exception {
        for (String members : List.of(LINES, ONE_AT_A_TIME)) {
            try (LegacySystem server = server(members);
                    Offer offer = offer("single.abandoned", server)) {
                try (SlowCaller caller = caller(offer, KEY + server.id(), 1, 1500)) {
                    caller.send((byte) 'd');
                    awaitMetric("hansa_node_in_flight", 1);
                    awaitConnections(server, 1);
                }

                assertNothingIsHeld(server, KEY + server.id());
                assertIsAnswered(offer, "next-" + server.id());
            }
        }
    }

    @Test
    default void deadlineBeforeTheReplyLeavesNothing() throws Exception {
        for (String members : List.of(LINES, ONE_AT_A_TIME)) {
            try (LegacySystem server = server(members);
                    Offer offer = offer("single.abandoned", server)) {
                try (SlowCaller caller = caller(offer, KEY + server.id(), 1, 500)) {
                    caller.send((byte) 'd');
                    assertThat(caller.status()).isEqualTo(504);
                }

                assertNothingIsHeld(server, KEY + server.id());
                assertIsAnswered(offer, "next-" + server.id());
            }
        }
    }

    @Test
    default void deadlineBeforeTheBodyLeavesNothing() throws Exception {
        try (LegacySystem server = lines();
                Offer offer = offer("single.abandoned", server)) {
            try (SlowCaller caller = caller(offer, "late", 1000, 300)) {
                caller.send(new byte[999]);
                assertThat(caller.status()).isEqualTo(504);
            }

            assertNothingIsHeld(server, "late");
            assertIsAnswered(offer, "late");
        }
    }

    /** The request is recorded, too: it has ended, and is not only out of sight. */
    private void assertNothingIsHeld(LegacySystem server, String key) throws IOException {
        await("the trace of " + key)
                .atMost(Duration.ofSeconds(10))
                .until(() -> administration("/traces/" + traceId(key)).status() == 200);
        awaitMetric("hansa_node_in_flight", 0);
        awaitMetric("hansa_callers_waiting", 0);
        awaitMetric("hansa_callers_data_bytes", 0);
        awaitMetric("hansa_server_load{server=\"" + server.id() + "\"}", 0);
        awaitConnections(server, 0);
    }

    private void awaitConnections(LegacySystem server, int number) {
        await(number + " connections to " + server.id())
                .atMost(Duration.ofSeconds(10))
                .until(() -> connections(server) == number);
    }

    private Reply administration(String path) throws IOException {
        return proxy().administration().get(path);
    }

    private static String traceId(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.US_ASCII))
                .toString()
                .replace("-", "");
    }

    private int connections(LegacySystem server) throws IOException {
        return administration("/servers/" + server.id() + "/connections")
                .ok()
                .json()
                .getJsonArray("connections")
                .size();
    }

    private void assertIsAnswered(Offer offer, String key) throws IOException {
        String text =
                proxy().call(offer.capability())
                        .as(admin())
                        .header("Idempotency-Key", key)
                        .text("answer")
                        .send()
                        .ok()
                        .text();
        assertThat(text).isEqualTo("ok");
    }

    private SlowCaller caller(Offer offer, String key, int length, long withinMillis)
            throws IOException {
        return SlowCaller.of(
                proxy(),
                "POST /api/v1/services/" + offer.capability(),
                "Authorization: " + admin().header(),
                "Content-Length: " + length,
                "Content-Type: text/plain",
                "Idempotency-Key: " + key,
                "traceparent: 00-" + traceId(key) + "-00f067aa0ba902b7-01",
                "Hansa-Timeout-Ms: " + withinMillis);
    }

    private Offer offer(String capability, LegacySystem server) throws IOException {
        Offer offer = proxy().offerToNobody(capability, server);
        offer.permit("account:admin");
        return offer;
    }

    private static LegacySystem lines() throws IOException {
        return server(LINES);
    }

    private static LegacySystem server(String members) throws IOException {
        return members.equals(LINES)
                ? new LegacySystem(members, (in, out) -> answer(in, out, "ok\n"))
                : new LegacySystem(
                        members,
                        "http",
                        caller -> caller,
                        (in, out) ->
                                answer(in, out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    }

    /** Answers what asks for it, and is silent otherwise. */
    private static void answer(DataInputStream in, OutputStream out, String reply)
            throws IOException {
        StringBuilder seen = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            seen.append((char) next);
            if (seen.indexOf("answer") >= 0) {
                out.write(reply.getBytes(StandardCharsets.US_ASCII));
                seen.setLength(0);
            }
        }
    }
}
