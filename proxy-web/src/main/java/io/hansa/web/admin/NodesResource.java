package io.hansa.web.admin;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.load.NodeLoad;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.schema.ApiDocument;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.management.ManagementFactory;
import java.time.Instant;

/**
 * The proxy's nodes and how loaded each is: this one first, then the others by what they last said.
 */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/nodes")
@RequestScoped
public class NodesResource {
    @Inject private ProxyLoad load;
    @Inject private Registries registries;
    @Inject private DatabaseClock clock;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context HttpServletRequest http) {
        JsonArrayBuilder nodes = JSON.createArrayBuilder();
        nodes.add(
                json(load.here())
                        .add("here", true)
                        .add("version", version())
                        .add("startedAt", startedAt().toString())
                        .add("revision", registries.current().revision())
                        .add("clockOffsetMillis", clock.offset().toMillis()));
        load.others().forEach(other -> nodes.add(json(other).add("here", false)));
        return ItemsResource.fresh(
                Response.ok(JSON.createObjectBuilder().add("nodes", nodes).build().toString()));
    }

    private static String version() {
        return ApiDocument.json().getJsonObject("info").getString("version");
    }

    private static Instant startedAt() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    private static JsonObjectBuilder json(NodeLoad node) {
        return JSON.createObjectBuilder()
                .add("node", node.node())
                .add("load", node.load())
                .add("capacity", node.capacity())
                .add("threshold", node.threshold())
                .add("accepting", node.accepting())
                .add("ageMillis", node.ageMillis())
                .add("counted", node.current());
    }
}
