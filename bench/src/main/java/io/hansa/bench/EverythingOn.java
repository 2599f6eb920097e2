package io.hansa.bench;

import io.hansa.launcher.proxy.AdminEntry;
import io.hansa.launcher.proxy.Credentials;
import io.hansa.launcher.proxy.ProxyClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;

/**
 * What an administrator enters before the measurement: an account that comes with a token, a
 * capability with a rate limit that is never reached, business servers to balance over, and the
 * permission. Breakers, metrics, request log and traces are on by themselves.
 */
final class EverythingOn {
    static final String CAPABILITY = "echo";
    static final Credentials CALLER = new Credentials("bench", UUID.randomUUID().toString());
    private static final int TIMEOUT_MILLIS = 5000;

    private final ProxyClient proxy;
    private final Credentials administrator;

    EverythingOn(ProxyClient proxy, Credentials administrator) {
        this.proxy = proxy;
        this.administrator = administrator;
    }

    /**
     * @param backends addresses {@code host:port} of servers that send frames back
     */
    void enter(List<String> backends, int connections) throws InterruptedException {
        enter(
                AdminEntry.put(
                        "/accounts/" + CALLER.account(),
                        Json.createObjectBuilder()
                                .add("password", CALLER.password())
                                .add("groups", Json.createArrayBuilder())
                                .add("roles", Json.createArrayBuilder().add("CALLER"))
                                .add("enabled", true)
                                .build()));
        enter(AdminEntry.put("/capabilities/" + CAPABILITY, capability()));
        for (int i = 0; i < backends.size(); i++) {
            enter(AdminEntry.put("/servers/echo-" + (i + 1), server(backends.get(i), connections)));
        }
        enter(
                AdminEntry.post(
                        "/permissions",
                        Json.createObjectBuilder()
                                .add("subject", "account:" + CALLER.account())
                                .add("capability", CAPABILITY)
                                .build()));
    }

    private void enter(AdminEntry entry) throws InterruptedException {
        proxy.enter(entry, administrator);
    }

    private static JsonObject capability() {
        return Json.createObjectBuilder()
                .add("description", "Sends back what it got.")
                .add("priority", "CORE")
                .add("replay", "ONCE")
                .add("timeoutMillis", TIMEOUT_MILLIS)
                .add("balancing", "ROUND_ROBIN")
                .add(
                        "rateLimit",
                        Json.createObjectBuilder().add("permits", 1_000_000).add("perMillis", 1000))
                .build();
    }

    /** That of the servers that send frames back. */
    static JsonObjectBuilder framing() {
        return Json.createObjectBuilder()
                .add("type", "length-prefix")
                .add("bytes", 4)
                .add("encoding", "BINARY");
    }

    private static JsonObject server(String address, int connections) {
        return Json.createObjectBuilder()
                .add("endpoint", "tcp://" + address)
                .add("capabilities", Json.createArrayBuilder().add(CAPABILITY))
                .add("framing", framing())
                .add("maxConcurrent", Math.max(64, 2 * connections))
                .add("timeoutMillis", TIMEOUT_MILLIS)
                .add("enabled", true)
                .build();
    }
}
