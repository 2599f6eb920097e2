package io.hansa.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Offer;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A peer has a new signing key before it signs. The asking proxy publishes its new key for six
 * seconds; the peer fetches keys that are older than one.
 */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KeyRotationIT {
    private static final Credentials SHOP = Credentials.basic("shop", "of a shop");
    private static final Duration ROTATED_WITHIN = Duration.ofSeconds(60);
    private static final int CALLS_AFTER = 50;

    @Test
    void keyReplacementRefusesNoRequest() throws Exception {
        try (RunningServer near =
                        RunningServer.start(
                                "micro",
                                "asking",
                                Map.of("HANSA_SIGNING_KEYS_PUBLISH_SECONDS", "6"));
                RunningServer far =
                        RunningServer.start(
                                "micro", "asked", Map.of("HANSA_PEER_KEYS_REFRESH_SECONDS", "1"));
                BusinessServerSystem asking =
                        BusinessServerSystem.that(Manners.asksFor("servers.second"));
                BusinessServerSystem helping = BusinessServerSystem.that(Manners.ECHO)) {
            account(near.proxy());
            account(far.proxy());
            introduce(near.proxy(), far.proxy());
            introduce(far.proxy(), near.proxy());
            try (Offer first = near.proxy().offer("servers.first", asking);
                    Offer second = far.proxy().offer("servers.second", helping)) {
                near.proxy().awaitCapability(second.capability(), far.proxy());
                call(near.proxy(), first);
                String before = activeKey(near.proxy());
                near.proxy()
                        .administration()
                        .post("/keys/rotate", JsonValue.EMPTY_JSON_OBJECT)
                        .ok();

                Instant end = Instant.now().plus(ROTATED_WITHIN);
                while (activeKey(near.proxy()).equals(before)) {
                    assertThat(Instant.now()).as("the new key signs in time").isBefore(end);
                    call(near.proxy(), first);
                }
                for (int call = 0; call < CALLS_AFTER; call++) {
                    call(near.proxy(), first);
                }
            }
        }
    }

    /** The capability is of replay ONCE, so each call shows the peer a token of its own. */
    private static void call(ProxySystem near, Offer first) throws IOException {
        near.call(first.capability()).as(SHOP).text("a basket").send().ok();
    }

    private static String activeKey(ProxySystem proxy) throws IOException {
        return proxy.administration().get("/keys").ok().json().getJsonArray("keys").stream()
                .map(JsonValue::asJsonObject)
                .filter(key -> key.getString("state").equals("active"))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private static void account(ProxySystem proxy) throws IOException {
        JsonObject account = Json.createObjectBuilder().add("password", "of a shop").build();
        proxy.administration().put("/accounts/shop", account).status(201);
    }

    private static void introduce(ProxySystem to, ProxySystem peer) throws IOException {
        JsonObject entry =
                Json.createObjectBuilder()
                        .add("url", peer.base().toString())
                        .add("link", "INTRANET")
                        .build();
        to.administration().put("/peers/" + peer.id(), entry).status(201);
    }
}
