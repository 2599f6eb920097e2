package io.hansa.it.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A capability that a test has entered into a running proxy, with its servers and permissions.
 * Closing it takes all of that out again.
 */
public final class Offer implements AutoCloseable {
    private final Administration administration;
    private final String capability;
    private final List<String> entered = new ArrayList<>();

    private Offer(ProxySystem proxy, String capability) {
        this.administration = proxy.administration();
        this.capability = capability;
    }

    static Offer enter(ProxySystem proxy, String capability, BusinessServer server)
            throws IOException {
        Offer offer = new Offer(proxy, capability);
        offer.put(
                "/capabilities/" + capability,
                Json.createObjectBuilder()
                        .add("description", "Entered by a test.")
                        .add("priority", "NORMAL")
                        .add("replay", "ONCE")
                        .add("timeoutMillis", 10_000)
                        .add("balancing", "ROUND_ROBIN")
                        .build());
        return offer.also(server);
    }

    public String capability() {
        return capability;
    }

    /** One more server for the same capability. */
    public Offer also(BusinessServer server) throws IOException {
        put(path(server), server.entry(capability).build());
        return this;
    }

    /** Takes the server out of service, or puts it back. */
    public void enable(BusinessServer server, boolean enabled) throws IOException {
        administration
                .put(path(server), server.entry(capability).add("enabled", enabled).build())
                .ok();
    }

    /**
     * @return the id of the permission
     */
    public String permit(String subject) throws IOException {
        return permit(subject, Json.createObjectBuilder());
    }

    /**
     * @param narrowing to a server or a time, as the administration API takes it
     * @return the id of the permission
     */
    public String permit(String subject, JsonObjectBuilder narrowing) throws IOException {
        JsonObject grant = narrowing.add("subject", subject).add("capability", capability).build();
        String id = administration.post("/permissions", grant).status(201).json().getString("id");
        entered.add(0, "/permissions/" + id);
        return id;
    }

    @Override
    public void close() throws IOException {
        for (String path : entered) {
            administration.deleteAll(path);
        }
    }

    private void put(String path, JsonObject json) throws IOException {
        administration.put(path, json).status(201);
        entered.add(0, path);
    }

    private static String path(BusinessServer server) {
        return "/servers/" + server.id();
    }
}
