package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.HttpServerSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.OfferingPeer;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes out in a header is bounded where it comes in. A sender of too much harms no other
 * caller.
 */
interface HeaderBoundsView extends SeenProxy {
    @Test
    default void longContentTypeReachesNoServer() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.typed", server)) {
            offer.permit("account:admin");
            proxy().call("single.typed")
                    .as(admin())
                    .header("Content-Type", "a/" + "b".repeat(3000))
                    .send()
                    .problem(400, "request-invalid")
                    .withoutEffect();
            assertThat(server.requests()).isZero();
            proxy().call("single.typed").as(admin()).text("x").send().ok();
        }
    }

    @Test
    default void aLongCapabilityIsUnknown() throws Exception {
        assertThat(
                        proxy().call("c".repeat(3000))
                                .as(admin())
                                .text("x")
                                .send()
                                .problem(404, "capability-unknown")
                                .withoutEffect()
                                .detail())
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "\"x y\"", "???", "utf-8; charset=nonsense"})
    default void anUnknownCharsetOfAFormIsRefused(String charset) throws IOException {
        String type = "application/x-www-form-urlencoded; charset=" + charset;
        proxy().post("/api/v1/token", admin(), type, "grant_type=client_credentials")
                .problem(415, "media-type-unsupported")
                .withoutEffect();
    }

    @Test
    default void longContentTypeOfReplyIsServerFault() throws Exception {
        Map<String, String> headers = Map.of("Content-Type", "a/" + "b".repeat(3000));
        try (HttpServerSystem server = HttpServerSystem.that(200, headers, "x");
                Offer offer = proxy().offer("single.overlong", server)) {
            offer.permit("account:admin");
            proxy().call("single.overlong")
                    .as(admin())
                    .text("x")
                    .send()
                    .problem(502, "server-protocol-error");
        }
    }

    @Test
    default void longHeaderOfPeerIsThePeersFault() throws Exception {
        try (OfferingPeer peer = new OfferingPeer("it-offering", "single.abroad")) {
            peer.introduceTo(proxy());
            String permission = permit("single.abroad");
            try {
                await("the peer's offer is known")
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> call("single.abroad").status() == 200);
                peer.answers(200, Map.of("Hansa-Server", "s".repeat(20_000)), "x");
                call("single.abroad").problem(502, "peer-unreachable");
                peer.answers(431, Map.of("Content-Type", "text/html"), "<html/>");
                for (int call = 0; call < 30; call++) {
                    call("single.abroad").problem(400, "request-invalid");
                }
                peer.answers(200, Map.of(), "x");
                call("single.abroad").ok();
            } finally {
                proxy().administration().delete("/permissions/" + permission);
                peer.takeLeaveOf(proxy());
            }
        }
    }

    private String permit(String capability) throws IOException {
        return proxy().administration()
                .post(
                        "/permissions",
                        Json.createObjectBuilder()
                                .add("subject", "account:admin")
                                .add("capability", capability)
                                .build())
                .status(201)
                .json()
                .getString("id");
    }

    private Reply call(String capability) throws IOException {
        return proxy().call(capability).as(admin()).text("x").send();
    }
}
