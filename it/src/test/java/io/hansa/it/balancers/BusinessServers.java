package io.hansa.it.balancers;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Line;
import io.hansa.it.system.Manners;
import io.hansa.it.system.ProxySystem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Some business servers that send back what comes, and count how often each request was executed by
 * all of them together.
 */
final class BusinessServers implements AutoCloseable {
    private static final String ONCE = "mixed.once";
    private static final String REPEATABLE = "mixed.repeatable";

    private final Map<String, Integer> executions = new ConcurrentHashMap<>();
    private final List<BusinessServerSystem> servers = new ArrayList<>();
    private final int hanging;
    private volatile boolean hangs;

    /**
     * @param count of them; the last one can be made to hang
     */
    BusinessServers(int count) throws IOException {
        hanging = count - 1;
        for (int server = 0; server < count; server++) {
            int its = server;
            servers.add(BusinessServerSystem.that((request, line) -> take(its, request, line)));
        }
    }

    private Manners.Ends take(int server, byte[] request, Line line) throws IOException {
        executions.merge(number(request), 1, Integer::sum);
        servers.get(server).forgetReceived();
        return (hangs && server == hanging ? Manners.HANGS : Manners.ECHO).take(request, line);
    }

    /** The data without the zeros that make it large. */
    private static String number(byte[] request) {
        int end = 0;
        while (end < request.length && request[end] != 0) {
            end++;
        }
        return new String(request, 0, end, StandardCharsets.US_ASCII);
    }

    static byte[] bytes(String data) {
        return data.getBytes(StandardCharsets.US_ASCII);
    }

    /** Enters the servers, two capabilities, and a grant of both to that account. */
    void enter(ProxySystem proxy, String account) throws IOException {
        put(proxy, "/capabilities/" + ONCE, replay("ONCE"));
        put(proxy, "/capabilities/" + REPEATABLE, replay("IDEMPOTENT"));
        for (BusinessServerSystem server : servers) {
            JsonObject entry =
                    server.entry(ONCE)
                            .add(
                                    "capabilities",
                                    Json.createArrayBuilder().add(ONCE).add(REPEATABLE))
                            .add("timeoutMillis", MixedLoad.LIMIT_MILLIS)
                            .build();
            put(proxy, "/servers/" + server.id(), entry);
        }
        JsonObject grant =
                Json.createObjectBuilder()
                        .add("subject", "account:" + account)
                        .add("capability", "mixed.*")
                        .build();
        proxy.administration().post("/permissions", grant).status(201);
    }

    private static JsonObject replay(String replay) {
        return Json.createObjectBuilder().add("replay", replay).build();
    }

    private static void put(ProxySystem proxy, String path, JsonObject item) throws IOException {
        proxy.administration().put(path, item).status(201);
    }

    String capability(MixedLoad.Kind kind) {
        return kind == MixedLoad.Kind.KEYED ? REPEATABLE : ONCE;
    }

    /** Returns when the node answers calls of both capabilities. */
    boolean servedBy(ProxySystem node, Credentials caller) throws IOException {
        for (String capability : List.of(ONCE, REPEATABLE)) {
            if (node.call(capability).as(caller).text("probe").send().status() != 200) {
                return false;
            }
        }
        return true;
    }

    int executions(String data) {
        return executions.getOrDefault(data, 0);
    }

    /** Kills so many of them, and lets the last one hang. */
    void strike(int killed) {
        servers.subList(0, killed).forEach(BusinessServerSystem::refuse);
        hangs = true;
    }

    /** All of them are well again. */
    void recover(int killed) {
        servers.subList(0, killed).forEach(BusinessServerSystem::listen);
        hangs = false;
    }

    @Override
    public void close() {
        servers.forEach(BusinessServerSystem::close);
    }
}
