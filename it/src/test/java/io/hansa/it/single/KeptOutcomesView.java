package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.HttpServerSystem;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A repeat under an idempotency key gets what the first request got, whole and at once. */
interface KeptOutcomesView extends SeenProxy {
    @Test
    default void aRepeatGetsTheServersFaultWhole() throws Exception {
        try (HttpServerSystem server =
                HttpServerSystem.that(
                        422,
                        Map.of("Content-Type", "application/json"),
                        "{\"price\":1.50,\"currency\":\"\u4ef7\"}")) {
            JsonObject again = repeated(server, "single.kept.fault", 502, "server-fault");
            assertThat(again.getInt("serverStatus")).isEqualTo(422);
            assertThat(again.get("serverBody"))
                    .hasToString("{\"price\":1.50,\"currency\":\"\u4ef7\"}");
        }
    }

    @Test
    default void aRepeatGetsTheProtocolError() throws Exception {
        try (HttpServerSystem server =
                HttpServerSystem.that(200, Map.of("Hansa-Assist", "no name"), "basket")) {
            repeated(server, "single.kept.broken", 502, "server-protocol-error");
        }
    }

    @Test
    default void aRepeatGetsALongContentType() throws Exception {
        String note = "note=\"" + "x".repeat(967) + "\"";
        String type = "text/plain; charset=GBK; " + note;
        try (HttpServerSystem server =
                        HttpServerSystem.that(200, Map.of("Content-Type", type), "result");
                Offer offer = proxy().offer("single.kept.type", server)) {
            offer.permit("account:admin");
            // Transcoding states UTF-8, which makes it longer than 1,000 characters.
            proxy().administration()
                    .put(
                            "/servers/" + server.id(),
                            server.entry(offer.capability()).add("charset", "GB18030").build())
                    .ok();
            for (int time = 1; time <= 2; time++) {
                Reply reply = call(offer.capability()).ok();
                assertThat(reply.text()).isEqualTo("result");
                assertThat(reply.header("Content-Type")).contains(note);
            }
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    private JsonObject repeated(HttpServerSystem server, String capability, int status, String code)
            throws IOException {
        try (Offer offer = proxy().offer(capability, server)) {
            offer.permit("account:admin");
            JsonObject first = call(capability).problem(status, code).withUnknownEffect().json();
            JsonObject again = call(capability).problem(status, code).withUnknownEffect().json();
            assertThat(again.keySet()).isEqualTo(first.keySet());
            assertThat(again.getString("detail")).isEqualTo(first.getString("detail"));
            assertThat(server.requests()).isEqualTo(1);
            return again;
        }
    }

    private Reply call(String capability) throws IOException {
        return proxy().call(capability)
                .as(admin())
                .text("basket")
                .header("Idempotency-Key", capability)
                .send();
    }
}
