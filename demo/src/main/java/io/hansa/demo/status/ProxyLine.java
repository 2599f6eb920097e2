package io.hansa.demo.status;

import io.hansa.demo.example.ExampleProxy;
import io.hansa.launcher.proxy.ProxyClient;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One proxy's line of the table, from its public addresses. */
final class ProxyLine {

    static final String FORMAT = "%-10s %-6s %-17s %s";
    static final String HEAD =
            FORMAT.formatted("proxy", "ready", "load / threshold", "capabilities");

    private ProxyLine() {}

    static String of(ExampleProxy proxy) throws InterruptedException {
        ProxyClient client = new ProxyClient(proxy.http());
        Optional<JsonObject> document = client.capabilities();
        return FORMAT.formatted(
                proxy.id(),
                client.ready() ? "yes" : "no",
                document.map(ProxyLine::load).orElse("-"),
                document.map(ProxyLine::capabilities).orElse("no answer at " + proxy.http()));
    }

    private static String load(JsonObject document) {
        return String.format(
                Locale.ROOT,
                "%.2f / %.2f",
                document.getJsonNumber("load").doubleValue(),
                document.getJsonNumber("threshold").doubleValue());
    }

    private static String capabilities(JsonObject document) {
        return document.getJsonArray("capabilities").stream()
                .map(JsonValue::asJsonObject)
                .map(ProxyLine::capability)
                .collect(Collectors.joining(", "));
    }

    private static String capability(JsonObject offered) {
        String via = offered.getString("via");
        return offered.getString("name")
                + (via.equals("local") ? "" : " via " + via)
                + (offered.getBoolean("available") ? "" : " (not available)");
    }
}
