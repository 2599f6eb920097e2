package io.hansa.web.operation;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.offering.Offering;
import io.hansa.proxy.registry.Registries;
import io.hansa.web.access.ExtranetGate;
import io.hansa.web.access.OpenToAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Capability information (R7); no account is needed for it. Another organization, known by its
 * certificate, is told what it may use and no more.
 */
@OpenToAll
@Path("/capabilities")
@RequestScoped
public class CapabilityInformationResource {
    /** What a peer takes for unknown. */
    private static final long STALE_MILLIS = 5_000;

    private static final String ONCE = "ONCE";

    @Inject private Offering offering;
    @Inject private Registries registries;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response capabilities(@Context Request request, @Context HttpServletRequest http) {
        Peer asking = (Peer) http.getAttribute(ExtranetGate.PEER);
        ProxyStatus status = asking == null ? offering.status() : offering.exportedTo(asking.id());
        JsonObject document = asking == null ? internal(status) : json(status).build();
        EntityTag tag = tag(document, status.loadAgeMillis());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null
                        ? unchanged
                        : Response.ok(withAge(document, status.loadAgeMillis())).tag(tag))
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    /** With the league as callers and peers in the same network may know it. */
    private JsonObject internal(ProxyStatus status) {
        JsonArrayBuilder peers = JSON.createArrayBuilder();
        new TreeMap<>(registries.current().peers())
                .values().stream()
                        .filter(Peer::enabled)
                        .forEach(
                                peer ->
                                        peers.add(
                                                JSON.createObjectBuilder()
                                                        .add("id", peer.id())
                                                        .add("url", peer.url().toString())));
        JsonObjectBuilder information = json(status).add("peers", peers);
        if (status.iiop() != null) {
            information.add("iiop", status.iiop());
        }
        return information.build();
    }

    /**
     * The age is another at each question; what changes the document's meaning is only whether the
     * load has become stale.
     */
    private static EntityTag tag(JsonObject document, long age) {
        byte[] told = (document + " " + age / STALE_MILLIS).getBytes(StandardCharsets.UTF_8);
        return new EntityTag(UUID.nameUUIDFromBytes(told).toString(), true);
    }

    private static String withAge(JsonObject document, long age) {
        return JSON.createObjectBuilder(document).add("loadAgeMillis", age).build().toString();
    }

    /**
     * Rounded to a thousandth. The load falls in ever smaller steps, and each step would be another
     * {@code ETag}.
     */
    private static double told(double load) {
        return Math.round(load * 1000) / 1000.0;
    }

    private static JsonObjectBuilder json(ProxyStatus status) {
        JsonArrayBuilder capabilities = JSON.createArrayBuilder();
        Map<String, String> replays = status.replays();
        for (OfferedCapability offered : status.capabilities()) {
            capabilities.add(
                    JSON.createObjectBuilder()
                            .add("name", offered.name())
                            .add("priority", offered.priority())
                            .add("replay", replays.getOrDefault(offered.name(), ONCE))
                            .add("via", offered.via())
                            .add("available", offered.available()));
        }
        return JSON.createObjectBuilder()
                .add("proxy", status.proxy())
                .add("region", status.region())
                .add("organization", status.organization())
                .add("load", told(status.load()))
                .add("threshold", status.threshold())
                .add("accepting", status.accepting())
                .add("capabilities", capabilities);
    }
}
