package io.hansa.demo.league;

import io.hansa.demo.example.ExampleProxy;
import io.hansa.launcher.proxy.ProxyClient;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;

/** When a proxy is ready, and when it sees what its peers offer. */
final class Readiness {

    /** What shop-a has to offer through its peers before a settlement can come out right. */
    private static final Map<String, String> THROUGH_PEERS =
            Map.of(
                    "price.quote", ExampleProxy.SHOP_B.id(),
                    "ticket.issue", ExampleProxy.TICKETS.id());

    private Readiness() {}

    static boolean seesItsPeers(ProxyClient proxy) throws InterruptedException {
        return proxy.capabilities()
                .map(
                        document ->
                                THROUGH_PEERS.entrySet().stream()
                                        .allMatch(e -> offers(document, e.getKey(), e.getValue())))
                .orElse(false);
    }

    private static boolean offers(JsonObject document, String capability, String via) {
        return document.getJsonArray("capabilities").stream()
                .map(JsonValue::asJsonObject)
                .anyMatch(
                        offered ->
                                offered.getString("name").equals(capability)
                                        && offered.getString("via").equals(via)
                                        && offered.getBoolean("available"));
    }
}
