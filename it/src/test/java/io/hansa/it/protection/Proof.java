package io.hansa.it.protection;

import io.hansa.it.system.Administration;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Progress;
import io.hansa.it.system.ProxySystem;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** What a proof enters into the proxy and takes out again. */
final class Proof implements AutoCloseable {
    private final ProxySystem proxy;
    private final Administration administration;
    private final List<String> entered = new ArrayList<>();
    private final Credentials caller;

    Proof(ProxySystem proxy) throws IOException {
        this.proxy = proxy;
        this.administration = proxy.administration();
        this.caller = Credentials.bearer(proxy.token(Credentials.SHOP));
    }

    /**
     * Enters a capability whose requests may be sent twice, and lets the account {@code shop} use
     * it.
     */
    String capability(String name, String priority, int timeoutMillis) throws IOException {
        put(
                "/capabilities/" + name,
                Json.createObjectBuilder()
                        .add("priority", priority)
                        .add("replay", "IDEMPOTENT")
                        .add("timeoutMillis", timeoutMillis)
                        .add("balancing", "PEAK_EWMA"));
        var grant =
                Json.createObjectBuilder()
                        .add("subject", "account:shop")
                        .add("capability", name)
                        .build();
        String id = administration.post("/permissions", grant).status(201).json().getString("id");
        entered.add(0, "/permissions/" + id);
        return name;
    }

    void server(MoodyServer server, String... capabilities) throws IOException {
        put("/servers/" + server.id(), server.entry(capabilities));
    }

    Stream stream(String capability, int perSecond) {
        return Stream.of(proxy, capability, caller, perSecond);
    }

    /** The Java heap that the proxy uses, in MiB. */
    long heapMebibytes() throws IOException {
        return proxy.get("/metrics")
                        .ok()
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                        .mapToLong(
                                line ->
                                        (long)
                                                Double.parseDouble(
                                                        line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                >> 20;
    }

    void say(String what, Object... values) {
        double busy = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Progress.say("%s", what.formatted(values) + " (load average %.1f)".formatted(busy));
    }

    private void put(String path, JsonObjectBuilder json) throws IOException {
        administration.put(path, json.build()).status(201);
        entered.add(0, path);
    }

    @Override
    public void close() throws IOException {
        for (String path : entered) {
            administration.deleteAll(path);
        }
    }
}
