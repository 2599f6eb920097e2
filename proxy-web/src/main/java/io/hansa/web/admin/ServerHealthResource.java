package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.health.ServerHealth;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The state of a business server on this node, and why. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@Path("/admin/servers/{server}/health")
@RequestScoped
public class ServerHealthResource {
    @Inject private ServerHealth health;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@PathParam("server") String server) {
        return ItemsResource.fresh(Response.ok(health.of(server).toString()));
    }
}
