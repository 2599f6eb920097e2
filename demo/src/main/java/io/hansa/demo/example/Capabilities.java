package io.hansa.demo.example;

import io.hansa.launcher.proxy.AdminEntry;
import jakarta.json.Json;

/** How each capability of the worked example is described where a server offers it. */
final class Capabilities {

    private static final int TIMEOUT_MILLIS = 10_000;

    private Capabilities() {}

    static AdminEntry entry(String name) {
        return switch (name) {
            case "trade.settle" -> entry(name, "Settles a basket of goods or tickets", "ONCE");
            case "price.quote" -> entry(name, "Prices a settlement's lines", "SAFE");
            case "stock.move" -> entry(name, "Moves stock and keeps its balance", "ONCE");
            default -> entry(name, "Issues tickets for an event", "ONCE");
        };
    }

    private static AdminEntry entry(String name, String description, String replay) {
        return AdminEntry.put(
                "/capabilities/" + name,
                Json.createObjectBuilder()
                        .add("description", description)
                        .add("priority", "CORE")
                        .add("replay", replay)
                        .add("timeoutMillis", TIMEOUT_MILLIS)
                        .add("balancing", "ROUND_ROBIN")
                        .build());
    }
}
