package io.hansa.it.system;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One proxy as its callers, administrators and operators see it. Safe for many threads. */
public final class ProxySystem {
    private static final Duration PEERS_ARE_SEEN_WITHIN = Duration.ofSeconds(20);

    private final String id;
    private final Http http;
    private final Credentials administrator;

    public ProxySystem(String id, URI base, Credentials administrator) {
        this.id = id;
        this.http = new Http(base);
        this.administrator = administrator;
    }

    public String id() {
        return id;
    }

    public URI base() {
        return http.base();
    }

    public ServiceCall call(String capability) {
        return new ServiceCall(http, capability);
    }

    /** Any address of the proxy. */
    public Reply get(String path) throws IOException {
        return http.get(path, Credentials.NONE);
    }

    public Reply get(String path, Credentials credentials) throws IOException {
        return http.get(path, credentials);
    }

    /** The same, if it is no longer what the tag stands for. */
    public Reply getUnlessUnchanged(String path, String tag) throws IOException {
        return http.send(http.request(path, Credentials.NONE).header("If-None-Match", tag).GET());
    }

    public Administration administration() {
        return administration(administrator);
    }

    /** As another account than the administrator. */
    public Administration administration(Credentials credentials) {
        return new Administration(http, credentials);
    }

    public Reply requestToken(Credentials credentials) throws IOException {
        return http.post(
                "/api/v1/token",
                credentials,
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials");
    }

    public Reply post(String path, Credentials credentials, String contentType, String body)
            throws IOException {
        return http.post(path, credentials, contentType, body);
    }

    public Reply put(String path, Credentials credentials, JsonObject json) throws IOException {
        return http.send(
                http.request(path, credentials)
                        .header("Content-Type", "application/json")
                        .PUT(Http.text(json.toString())));
    }

    public String token(Credentials credentials) throws IOException {
        return requestToken(credentials).ok().json().getString("access_token");
    }

    /** The one key with which the proxy signs its tokens, as JWK. */
    public JsonObject signingKey() throws IOException {
        return get("/.well-known/jwks.json").ok().json().getJsonArray("keys").getJsonObject(0);
    }

    public Optional<JsonObject> capability(String name) throws IOException {
        return get("/api/v1/capabilities").ok().json().getJsonArray("capabilities").stream()
                .map(JsonValue::asJsonObject)
                .filter(capability -> capability.getString("name").equals(name))
                .findFirst();
    }

    /** Waits until this proxy says that it has the capability from that peer. */
    public void awaitCapability(String name, ProxySystem via) {
        await("proxy " + id + " has " + name + " from " + via.id())
                .atMost(PEERS_ARE_SEEN_WITHIN)
                .until(
                        () ->
                                capability(name)
                                        .filter(c -> c.getString("via").equals(via.id()))
                                        .filter(c -> c.getBoolean("available"))
                                        .isPresent());
    }

    /** What this proxy did within the trace, in order of time. */
    public List<JsonObject> trace(String traceId) throws IOException {
        return administration()
                .get("/traces/" + traceId)
                .ok()
                .json()
                .getJsonArray("requests")
                .getValuesAs(JsonValue::asJsonObject);
    }

    /** Enters the server, its capability and the permission for the account {@code shop}. */
    public Offer offer(String capability, BusinessServer server) throws IOException {
        Offer offer = offerToNobody(capability, server);
        offer.permit("account:shop");
        return offer;
    }

    /** Enters the server and its capability, without a permission for it. */
    public Offer offerToNobody(String capability, BusinessServer server) throws IOException {
        return Offer.enter(this, capability, server);
    }

    @Override
    public String toString() {
        return id + " at " + http.base();
    }
}
