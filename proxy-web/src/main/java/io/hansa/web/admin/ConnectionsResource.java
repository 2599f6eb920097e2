package io.hansa.web.admin;

import io.hansa.proxy.account.Role;
import io.hansa.proxy.administration.OperateConnections;
import io.hansa.web.access.OperableBy;
import io.hansa.web.access.ReadableBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** This node's connections to one business server, and their quarantine. */
@ReadableBy({Role.OPERATOR, Role.AUDITOR})
@OperableBy(Role.OPERATOR)
@Path("/admin/servers/{server}/connections")
@RequestScoped
public class ConnectionsResource {
    @Inject private OperateConnections connections;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@PathParam("server") String server, @Context HttpServletRequest http) {
        return ItemsResource.fresh(Response.ok(connections.examine(server).toString()));
    }

    @PUT
    @Path("/quarantine")
    public Response quarantine(
            @PathParam("server") String server, @Context HttpServletRequest http) {
        connections.quarantine(server, null, Administrator.of(http));
        return Response.noContent().build();
    }

    @DELETE
    @Path("/quarantine")
    public Response release(@PathParam("server") String server, @Context HttpServletRequest http) {
        connections.release(server, null, Administrator.of(http));
        return Response.noContent().build();
    }

    @PUT
    @Path("/{connection}/quarantine")
    public Response quarantineOne(
            @PathParam("server") String server,
            @PathParam("connection") String connection,
            @Context HttpServletRequest http) {
        connections.quarantine(server, connection, Administrator.of(http));
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{connection}/quarantine")
    public Response releaseOne(
            @PathParam("server") String server,
            @PathParam("connection") String connection,
            @Context HttpServletRequest http) {
        connections.release(server, connection, Administrator.of(http));
        return Response.noContent().build();
    }
}
