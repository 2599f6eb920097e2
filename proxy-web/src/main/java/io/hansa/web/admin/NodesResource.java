package io.hansa.web.admin;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.load.NodeLoad;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.overview.NodeFacts;
import io.hansa.proxy.overview.StatusOfNodes;
import io.hansa.proxy.registry.Registries;
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

/**
 * The proxy's nodes, what runs on each and how loaded it is: this one first, then the others by
 * what they last said.
 */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/nodes")
@RequestScoped
public class NodesResource {
    @Inject private ProxyLoad load;
    @Inject private Registries registries;
    @Inject private DatabaseClock clock;
    @Inject private StatusOfNodes status;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context HttpServletRequest http) {
        JsonArrayBuilder nodes = JSON.createArrayBuilder();
        NodeFacts facts = NodeFacts.here(registries.current().revision(), clock.offset());
        nodes.add(facts.addTo(json(load.here()).add("here", true)));
        load.others().forEach(other -> nodes.add(ofOther(other)));
        return ItemsResource.fresh(
                Response.ok(JSON.createObjectBuilder().add("nodes", nodes).build().toString()));
    }

    /** Without what it has not told yet. */
    private JsonObjectBuilder ofOther(NodeLoad other) {
        JsonObjectBuilder json = json(other).add("here", false);
        status.factsOf(other.node()).ifPresent(facts -> facts.addTo(json));
        return json;
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
